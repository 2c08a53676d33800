/**
 * Owns files in the format of mail (MIME): saved mails, and web pages that a browser saved as one file. Assumes that a
 * file is one mail or one page. Never reads what is attached.
 */
package ibid.read.mail;
