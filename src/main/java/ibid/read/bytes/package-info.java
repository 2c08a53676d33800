/**
 * Owns checks of bytes before their format is known: signature, encoding, unpacked size, deadline. Assumes nothing
 * about a file. Never handles articles.
 */
package ibid.read.bytes;
