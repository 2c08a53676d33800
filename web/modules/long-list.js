import { make } from "./dom.js";
import { number, say } from "./language.js";

const STEP = 25;   // rows at first, and at each press of the button

/**
 * A section with a heading and a list of which more is shown at a button. `rows` makes the rows of some items, at once
 * or when it has asked the server; without items `none` stands there.
 */
export function longList(title, items, none, rows) {
  const list = make("ol", { role: "list" });
  const more = make("button", { type: "button", class: "button", hidden: true, click: () => show() });
  async function show() {
    const from = list.children.length;
    list.append(...await rows(items.slice(from, from + STEP)));
    const left = items.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = say("figures.more", { n: Math.min(left, STEP) });
    if (from) list.children[from]?.querySelector("a, summary")?.focus();
  }
  if (items.length) show();
  return make("section", {}, make("h3", {}, items.length ? `${title} (${number(items.length)})` : title),
    items.length ? list : make("p", {}, none), more);
}
