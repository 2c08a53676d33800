import { emit, icon, make, plain } from "../modules/dom.js";
import { toArticle } from "../modules/route.js";
import { date, support } from "../modules/words.js";

/** <ibid-footnotes>: the numbered list under an answer. Property `footnotes`. Event: `open-footnote`. */
export class Footnotes extends HTMLElement {
  set footnotes(footnotes) {
    if (!footnotes.length) return this.replaceChildren();
    this.replaceChildren(
      make("h3", { class: "label" }, "Footnotes"),
      make("ol", { role: "list" }, footnotes.map((one) => this.#item(one))));
  }

  #item(footnote) {
    const { number, article, quote, support: { label } } = footnote;
    return make("li", {},
      make("a", { href: toArticle(article.id, quote), click: (event) => this.#open(event, footnote) },
        make("span", { class: "number" }, String(number)),
        make("span", { class: "from" }, [article.publisher, date(article.published)].filter(Boolean).join(", ")),
        make("cite", { title: article.title }, article.title)),
      make("p", { class: "support", "data-support": label },
        icon(label === "full" ? "agree" : "doubt"), make("span", {}, support(label))),
      make("blockquote", {}, quote.exact));
  }

  #open(event, footnote) {
    if (!plain(event)) return;
    event.preventDefault();
    emit(this, "open-footnote", { footnote, opener: event.currentTarget });
  }
}

customElements.define("ibid-footnotes", Footnotes);
