/**
 * Owns what is true of bytes before their format is known: signature, encoding, unpacked size, deadline. Assumes
 * nothing of a file. Never knows what an article is.
 */
package ibid.read.bytes;
