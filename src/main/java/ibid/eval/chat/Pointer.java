package ibid.eval.chat;

/**
 * A place in the content of a reply that points to a source, in code points.
 *
 * @param end    exclusive
 * @param source its place in the list of sources, from 0; there may be no such source
 * @param isMark whether the place is a mark that is no word of the answer, so that it is cut out
 */
record Pointer(int start, int end, int source, boolean isMark) {}
