/** Splits an article into the pieces that the reader renders: words, marked words, and marks of its own notes. */

/**
 * For each block its pieces: `{text, marked, beside}` or `{note}` (a position in `notes`). `others` are ranges that are
 * quoted too, but not in focus: `beside` is one of these, or missing. All offsets are code points.
 */
export function pieces({ text, blocks, notes = [] }, highlight, others = []) {
  const points = Array.from(text);
  const marks = anchors(notes);
  return blocks.map((block, at) => {
    const next = blocks[at + 1]?.start ?? Infinity;
    const mine = marks
      .filter(({ anchor }) => (at === 0 || anchor >= block.start) && anchor < next)
      .map(({ anchor, note }) => ({ anchor: Math.min(Math.max(anchor, block.start), block.end), note }));
    return { kind: block.kind, place: block.place, pieces: cut(points, block, { highlight, others }, mine) };
  });
}

function cut(points, block, { highlight, others }, marks) {
  const inside = (offset) => offset > block.start && offset < block.end;
  const quoted = [highlight, ...others].filter(Boolean).flatMap(({ start, end }) => [start, end]);
  const edges = [...quoted, ...marks.map(({ anchor }) => anchor)].filter(inside);
  const cuts = [...new Set([block.start, ...edges, block.end])].sort((a, b) => a - b);
  const notesAt = (offset) => marks.filter(({ anchor }) => anchor === offset).map(({ note }) => ({ note }));

  return cuts.flatMap((start, at) => {
    const end = cuts[at + 1];
    if (end === undefined) return notesAt(start);
    const within = (range) => Boolean(range) && start >= range.start && end <= range.end;
    const marked = within(highlight);
    const beside = marked ? undefined : others.find(within);
    return [...notesAt(start), { text: points.slice(start, end).join(""), marked, ...(beside && { beside }) }];
  });
}

/** The notes in the sentences that the highlight overlaps: the article's own sources for those words. */
export function notesBeside({ sentences, notes = [] }, highlight) {
  if (!highlight) return new Set();
  // A marker set after the full stop and a space still belongs to the sentence before it: hence `<`, not `<=`.
  const owner = (anchor) => sentences.findLast(({ start }) => start < anchor) ?? sentences[0];
  const touched = (sentence) => sentence && sentence.start < highlight.end && sentence.end > highlight.start;
  return new Set(anchors(notes).filter(({ anchor }) => touched(owner(anchor))).map(({ note }) => note));
}

const anchors = (notes) => notes
  .flatMap((note, at) => (note.anchors ?? []).map((anchor) => ({ anchor, note: at })))
  .sort((a, b) => a.anchor - b.anchor);
