/** Owns the folder of articles: what enters and leaves it, and the reading of its files into clean text. Assumes a folder it may read. Never cuts into passages. */
package ibid.corpus;
