package ibid.library;

import ibid.read.manuscript.Fingerprint;

/**
 * The fingerprint of a file in the corpus folder.
 *
 * @param article the id of its article
 * @param dropped hashes of the lines that were taken out of the article as it is indexed, packed
 */
public record FileFingerprint(String file, String article, Fingerprint fingerprint, String dropped) {}
