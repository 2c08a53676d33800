import { emit, make, plain } from "../modules/dom.js";
import { toArticle } from "../modules/route.js";
import { byline } from "../modules/words.js";

/**
 * <ibid-abstained>: a refusal, because the articles do not answer. Property `answer`.
 * Event: `open-nearest` (`passage`, `opener`).
 */
export class Abstained extends HTMLElement {
  set answer({ missing, nearest }) {
    this.replaceChildren(
      make("p", { class: "statement" }, "The articles do not say."),
      missing ? make("p", { class: "missing" }, missing) : "",
      nearest?.length ? this.#nearest(nearest) : "",
    );
  }

  #nearest(passages) {
    return make("section", {},
      make("h3", { class: "label" }, "Nearest passages, not evidence"),
      make("ul", { role: "list" }, passages.map((passage) => this.#card(passage))));
  }

  #card(passage) {
    const { article, excerpt } = passage;
    const open = (event) => {
      if (!plain(event)) return;
      event.preventDefault();
      emit(this, "open-nearest", { passage, opener: event.currentTarget });
    };
    return make("li", {}, make("a", { href: toArticle(article.id, passage), click: open },
      make("cite", {}, article.title),
      make("span", { class: "from" }, byline(article)),
      make("span", { class: "excerpt" }, excerpt)));
  }
}

customElements.define("ibid-abstained", Abstained);
