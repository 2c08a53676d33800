import { notesBeside, pieces } from "../modules/pieces.js";
import { equal, test } from "./harness.js";
import { text } from "./samples.js";

test("pieces: the highlight and the notes split a block at their positions", () => {
  equal(pieces(text, { start: 9, end: 26 })[0].pieces, [
    { text: "He said: ", marked: false },
    { text: "The pact is dead.", marked: true },
    { note: 0 },
    { text: " Then he left.", marked: false },
  ]);
});

test("pieces: offsets are code points, and a note may be at the end of a block", () => {
  equal(pieces(text, { start: 49, end: 50 })[1].pieces, [
    { text: "Nobody ", marked: false }, { text: "😀", marked: true }, { text: " stayed.", marked: false }, { note: 1 },
  ]);
});

test("pieces: a highlight across blocks is marked in both", () => {
  const blocks = pieces(text, { start: 27, end: 48 });
  const marked = (block) => block.pieces.filter((piece) => piece.marked).map((piece) => piece.text);
  equal(blocks.map(marked), [["Then he left."], ["Nobody"]]);
});

test("pieces: other quotes are told apart from the one in focus, which goes first", () => {
  const others = [{ start: 9, end: 26, footnote: 1 }, { start: 27, end: 40, footnote: 2 }];
  const [{ pieces: all }] = pieces(text, { start: 9, end: 26 }, others);
  const found = all.filter((piece) => piece.marked || piece.beside);
  equal(found.map((piece) => [piece.text.trim(), piece.beside?.footnote ?? null]),
    [["The pact is dead.", null], ["Then he left.", 2]]);
});

test("pieces: all the words of the article are there, once", () => {
  const words = (block) => block.pieces.map((piece) => piece.text ?? "").join("");
  equal(pieces(text, { start: 9, end: 50 }).map(words).join("\n\n"), text.text);
});

test("pieces: the notes beside a quote are those of its sentence", () => {
  equal([...notesBeside(text, { start: 12, end: 16 })], [0]);
  equal([...notesBeside(text, { start: 30, end: 32 })], []);
  equal([...notesBeside(text, null)], []);
});
