import "../elements/ibid-article.js";
import { place } from "../modules/dom.js";
import { equal, holds, staged, test } from "./harness.js";
import { hostile, text } from "./samples.js";

const shown = (more = {}, highlight = { start: 9, end: 26 }) =>
  staged(place("ibid-article", { text: { ...text, ...more }, highlight }));

test("article: the quoted words are marked", () => equal(shown().marked.textContent, "The pact is dead."));

test("article: a note stands at its place and at the end, and leads there and back", () => {
  const article = shown();
  const mark = article.querySelector("#note-mark-0");
  equal([mark.textContent, mark.parentElement.previousSibling.textContent], ["1", "The pact is dead."]);
  mark.click();
  equal(article.querySelector("#note-0 .number").textContent, "1");
  holds(article.querySelector("#note-0 [data-to='note-mark-0']"), "the way back");
});

test("article: the notes of the quoted sentence are highlighted, the others do not", () => {
  equal([...shown().querySelectorAll("li.beside")].map(({ id }) => id), ["note-0"]);
});

test("article: a note's address is a link only where it leads to the web", () => {
  equal([...shown().querySelectorAll("ibid-notes a")].map(({ href }) => href), ["https://example.org/minutes"]);
});

test("article: what was left out is there, closed", () => {
  const { open, textContent } = shown().querySelector("details");
  equal([open, textContent], [false, "Left out of the article (1)Subscribe now"]);
});

test("article: headings, lists and quotes keep their kind", () => {
  const parts = ["Head", "one", "• two", "said", "end"];
  const kinds = ["heading", "item", "item", "quote", "new kind"];
  const starts = parts.map((_, at) => parts.slice(0, at).join("\n\n").length + (at ? 2 : 0));
  const blocks = parts.map((part, at) => ({ kind: kinds[at], start: starts[at], end: starts[at] + part.length }));
  const article = shown({ text: parts.join("\n\n"), blocks, sentences: [], notes: [], removed: [] }, null);
  equal([...article.children].map(({ tagName }) => tagName), ["H3", "UL", "BLOCKQUOTE", "P", "IBID-NOTES"]);
  equal([...article.querySelectorAll("li")].map(({ className }) => className), ["", "own"]);
});

test("article: hostile words stay words", () => {
  const blocks = [{ kind: "paragraph", start: 0, end: hostile.length }];
  const notes = [{ label: hostile, text: hostile, url: "javascript:alert(1)", anchors: [3] }];
  const article = shown({ text: hostile, blocks, sentences: blocks, notes, removed: [hostile] }, { start: 0, end: 9 });
  equal(article.querySelectorAll("img, script, a").length, 0);
  equal(document.documentElement.dataset.hostile, undefined);
});

test("article: the first block of each page of the file says which it is", () => {
  const blocks = [1, 1, 2].map((page, at) =>
    ({ kind: "paragraph", start: at * 2, end: at * 2 + 1, place: `page ${page}` }));
  const shown = staged(place("ibid-article", { text: { text: "a b c", blocks, sentences: [] }, highlight: null }));
  equal([...shown.querySelectorAll("p")].map((block) => block.dataset.page ?? ""), ["Page 1", "", "Page 2"]);
});

test("article: rows are a table, with heads where they name columns, and words marked across cells", () => {
  const rows = ["Ferry | Built", "Aurelia | 1961", "Borea | 1974"];
  const whole = rows.join("\n\n");
  const blocks = rows.map((row) => ({ kind: "row", start: whole.indexOf(row), end: whole.indexOf(row) + row.length }));
  const article = shown({ text: whole, blocks, sentences: [], notes: [], removed: [] }, blocks[1]);
  equal([...article.querySelectorAll("th")].map(({ textContent }) => textContent), ["Ferry", "Built"]);
  equal([...article.querySelectorAll("tbody td")].map(({ textContent }) => textContent),
    ["Aurelia", "1961", "Borea", "1974"]);
  equal([...article.querySelectorAll("mark")].map(({ textContent }) => textContent), ["Aurelia", "1961"]);
});
