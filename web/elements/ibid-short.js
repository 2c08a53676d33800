import { make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { date } from "../modules/words.js";
import "./ibid-mark.js";

/**
 * <ibid-short>: the answer in a few words, above its sentences, with its age and how many sources give it. Property
 * `answer` (`short`, `footnotes`, `shape`); hidden where there is no short answer.
 */
export class Short extends HTMLElement {
  #shown = "";

  set answer({ short, footnotes, shape }) {
    this.hidden = !short;
    const notes = (short?.footnotes ?? []).map((number) => footnotes.find((one) => one.number === number));
    const known = notes.filter(Boolean);
    const key = JSON.stringify([short, known, shape]);
    if (!short || key === this.#shown) return;
    this.#shown = key;
    const from = shape === "collection" ? [] : [   // what is counted is not told by the articles shown
      short.as_of && say("short.asOf", { date: date(short.as_of) }),
      short.independent_sources > 1 && say("n.independent", { n: short.independent_sources }),
    ].filter(Boolean);
    this.replaceChildren(
      make("p", {}, make("strong", { lang: known[0]?.article.language }, short.text),
        known.map((footnote) => place("ibid-mark", { footnote }))),
      from.length ? make("p", { class: "from" }, from.join(" · ")) : "");
  }
}

customElements.define("ibid-short", Short);
