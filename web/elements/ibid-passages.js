import * as api from "../modules/api.js";
import { cited, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { toArticle } from "../modules/route.js";

const SHOWN = 5;

/**
 * <ibid-passages>: the passages nearest in meaning to some words, because the article wanted may use others. Property
 * `words`; empty where there are none.
 */
export class Passages extends HTMLElement {
  #words = "";

  set words(words) {
    if (words === this.#words) return;
    this.#words = words;
    if (words) this.#find(words);
    else this.replaceChildren();
  }

  async #find(words) {
    const found = await api.search(words, SHOWN).catch(() => []);
    if (words !== this.#words) return;
    this.replaceChildren(...(found.length ? [
      make("h3", { class: "label" }, say("articles.near")),
      make("ul", { role: "list" }, found.map((passage) => make("li", {}, linked(passage)))),
    ] : []));
  }
}

const linked = ({ article, text, start, end }) => make("a", { href: toArticle(article.id, { start, end }) },
  cited(article),
  make("span", { class: "excerpt", lang: article.language ?? null }, text));

customElements.define("ibid-passages", Passages);
