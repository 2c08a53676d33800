import { make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { silence } from "../modules/words.js";
import "./ibid-prose.js";

/** Whether what was not found is what the one empty row of a comparison lacks; then the row tells it. */
export const tellsMissing = ({ sides, missing }) =>
  Boolean(missing) && sides?.filter(({ sentences }) => !sentences.length).length === 1;

/**
 * <ibid-comparison>: a table with a row for each thing compared, also for one that nothing was found on. Property
 * `answer` (`sides`, `sentences`, `footnotes`, `missing`). Events: those of its marks.
 */
export class Comparison extends HTMLElement {
  set answer({ sides, sentences, footnotes, missing }) {
    const nothing = tellsMissing({ sides, missing }) ? silence(missing) : say("compare.nothing");
    this.replaceChildren(make("table", { role: "table" },
      make("caption", { class: "unseen" }, say("compare.caption", { names: sides.map(({ name }) => name).join(", ") })),
      make("thead", { class: "unseen" }, make("tr", { role: "row" }, ["side", "said"].map((name) =>
        make("th", { scope: "col", role: "columnheader" }, say(`compare.${name}`))))),
      make("tbody", {}, sides.map((side) => this.#row(side, { sentences, footnotes, nothing })))));
  }

  #row({ name, sentences: places }, { sentences, footnotes, nothing }) {
    const own = places.map((at) => sentences[at]).filter(Boolean).map((one) => ({ ...one, label: null }));
    return make("tr", { role: "row" },
      make("th", { scope: "row", role: "rowheader" }, name),
      make("td", { class: own.length ? null : "nothing", role: "cell" }, own.length
        ? place("ibid-prose", { answer: { sentences: own, footnotes, shape: "list" } }) : nothing));
  }
}

customElements.define("ibid-comparison", Comparison);
