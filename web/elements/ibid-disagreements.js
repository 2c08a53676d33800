import { make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { date } from "../modules/words.js";
import "./ibid-dots.js";
import "./ibid-mark.js";

/**
 * <ibid-disagreements>: a table a disagreement, a row an answer: who gives it, in which articles, how new. Property
 * `answer` (`disagreements`, `footnotes`). Events: those of its marks.
 */
export class Disagreements extends HTMLElement {
  #footnotes = [];

  set answer({ disagreements, footnotes }) {
    this.#footnotes = footnotes;
    this.replaceChildren(...disagreements.map((one) => (one.values?.length
      ? make("div", {}, this.#table(one), place("ibid-dots", { values: one.values })) : this.#line(one))));
  }

  #table({ about, values }) {
    const speakers = values.some(({ speaker }) => speaker);
    const columns = ["answer", speakers && "speaker", "article"].filter(Boolean);
    return make("table", {},
      make("caption", {}, say("disagree.caption", { about: about.split(",")[0] })),
      make("thead", {}, make("tr", {}, columns.map((name) => make("th", { scope: "col" }, say(`disagree.${name}`))))),
      make("tbody", {}, values.map((value) => this.#row(value, speakers))));
  }

  #row({ value, speaker, footnotes, newest, withdrawn }, speakers) {
    const notes = this.#notes(footnotes);
    const outlets = [...new Set(notes.map(({ article }) => article.publisher || article.author || article.title))];
    return make("tr", {},
      make("th", { scope: "row" },
        make(withdrawn ? "s" : "span", {}, value), withdrawn ? say("disagree.withdrawn") : ""),
      speakers && make("td", {}, speaker ?? ""),
      make("td", {}, [outlets.join(", "), newest && date(newest)].filter(Boolean).join(", "),
        notes.map((footnote) => place("ibid-mark", { footnote }))));
  }

  /** Stored answers of earlier versions have no rows. */
  #line({ about, footnotes }) {
    const sides = this.#notes(footnotes);
    const against = sides.flatMap((footnote, at) =>
      [at ? say("disagree.against") : "", place("ibid-mark", { footnote })]);
    return make("p", {}, say("disagree.line", { about }), against);
  }

  #notes(numbers) {
    return numbers.map((number) => this.#footnotes.find((one) => one.number === number)).filter(Boolean);
  }
}

customElements.define("ibid-disagreements", Disagreements);
