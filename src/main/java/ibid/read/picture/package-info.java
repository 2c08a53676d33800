/**
 * Owns the pictures that articles' files hold: found, told apart from ornaments, and placed in the text. Assumes bytes
 * that the reader of the format took. Never fetches anything and never decodes a picture.
 */
package ibid.read.picture;
