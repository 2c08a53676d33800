/**
 * Owns who may read the files that Ibid makes. Assumes nothing; where the file system knows no rights, none are set.
 * Never reads what a file holds.
 */
package ibid.files;
