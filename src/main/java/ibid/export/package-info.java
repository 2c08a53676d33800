/**
 * Owns answers as documents: Markdown, HTML, Word, BibTeX and CSL. Assumes answers as they were stored. Never reads an
 * article.
 */
package ibid.export;
