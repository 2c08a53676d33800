/**
 * Owns how the page reaches a browser: its many source files as one script and one stylesheet, in one of the page's
 * languages, compressed and kept by the browser for good. Assumes the files of {@code web/} on the class path. Never
 * changes what they do.
 */
package ibid.serve.page;
