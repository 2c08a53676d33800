/**
 * Owns the manuscript that every format gives and what all formats share: marks and headings of notes, bylines, limits.
 * Assumes text that is decoded and clean. Never depends on a format.
 */
package ibid.read.manuscript;
