import { make } from "./dom.js";
import { say } from "./language.js";

/** The rows of an article's tables, which its text holds as lines with a bar between two cells. */

const BAR = " | ";

/** The pieces of a row, cell by cell; what is marked may reach over several of them. */
export function cells(pieces) {
  const all = [[]];
  for (const piece of pieces) {
    if (!("text" in piece)) {
      all.at(-1).push(piece);
      continue;
    }
    piece.text.split(BAR).forEach((text, at) => {
      if (at) all.push([]);
      if (text) all.at(-1).push({ ...piece, text });
    });
  }
  return all;
}

/** A box in which a wide table is moved sideways, by keys too. */
export const tabled = (rows) => make("div", {
  class: "table", tabindex: "0", role: "group", "aria-label": say("table"),
}, make("table", {}, headed(rows)));

/** The first row is a head if it names columns: in no cell a figure, and below it some. */
function headed([first, ...rows]) {
  const figure = (row) => /\d/.test(row.textContent);
  if (figure(first) || !rows.some(figure)) return make("tbody", {}, first, rows);
  for (const cell of [...first.children]) {
    const named = make("th", { scope: "col" });
    named.append(...cell.childNodes);
    cell.replaceWith(named);
  }
  return [make("thead", {}, first), make("tbody", {}, rows)];
}
