import { make, place } from "../modules/dom.js";
import { support } from "../modules/words.js";
import "./ibid-mark.js";

/**
 * <ibid-prose>: the sentences of an answer with their footnote marks. Property `answer` (`sentences`, `footnotes`).
 * A sentence that has not changed keeps its nodes, so that focus and an open card survive what arrives after it.
 */
export class Prose extends HTMLElement {
  #shown = [];

  set answer({ sentences, footnotes }) {
    const wanted = (sentences ?? []).map((sentence) => {
      const notes = sentence.footnotes.map((number) => footnotes.find((one) => one.number === number)).filter(Boolean);
      return { sentence, notes, key: JSON.stringify([sentence, notes]) };
    });
    const kept = wanted.findIndex(({ key }, at) => this.#shown[at]?.key !== key);
    const from = kept < 0 ? wanted.length : kept;

    for (const { node } of this.#shown.slice(from)) node.remove();
    const added = wanted.slice(from).map((one) => ({ key: one.key, node: written(one) }));
    this.append(...added.map(({ node }) => node));
    this.#shown = [...this.#shown.slice(0, from), ...added];
  }
}

function written({ sentence, notes }) {
  return make("span", {
    class: "sentence",
    "data-support": sentence.support,
    title: sentence.support === "full" || !notes.length ? null : support(sentence.support),
  }, make("span", { class: "words" }, sentence.text), notes.map((footnote) => place("ibid-mark", { footnote })), " ");
}

customElements.define("ibid-prose", Prose);
