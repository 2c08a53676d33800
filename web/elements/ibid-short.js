import { make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { toArticle } from "../modules/route.js";
import { corrected } from "../modules/superseded.js";
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
    this.dataset.shape = shape ?? "";
    this.replaceChildren(
      make("p", {}, make("span", { class: "label" }, say("short")),
        make("strong", { lang: known[0]?.article.language }, short.text),
        known.map((footnote) => place("ibid-mark", { footnote }))),
      from.length ? make("p", { class: "from" }, from.join(" · ")) : "",
      short.corrected ? replaced(short.corrected) : "");
  }
}

/** What was wrong before, struck, with the notice that says so. */
const replaced = ({ withdrawn, by }) => make("p", { class: "corrected" },
  make("a", { href: toArticle(by.article) }, corrected(by)), " ",
  make("s", {}, withdrawn), " ", make("q", {}, by.note));

customElements.define("ibid-short", Short);
