import { cited, emit, make, plain } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { toArticle } from "../modules/route.js";
import { byline, refusal } from "../modules/words.js";

/**
 * <ibid-abstained>: a refusal with the closest sentence and the nearest passages, or a reply to small talk. Property
 * `answer`. Event: `open-nearest` (`passage`, `opener`).
 */
export class Abstained extends HTMLElement {
  set answer(answer) {
    const { closest, nearest } = answer;
    const others = (nearest ?? []).filter(({ excerpt }) => excerpt !== closest?.excerpt);
    this.replaceChildren(...[
      make("p", { class: "statement" }, refusal(answer)),
      closest && this.#section(say("abstained.closest"), [closest], "closest"),
      others.length && (closest ? this.#others(others) : this.#section(say("abstained.nearest"), others)),
    ].filter(Boolean));
  }

  #section(label, passages, name = "nearest") {
    return make("section", { class: name }, make("h3", { class: "label" }, label), this.#list(passages));
  }

  #others(passages) {
    return make("details", {}, make("summary", {}, say("abstained.others")), this.#list(passages));
  }

  #list(passages) {
    return make("ul", { role: "list" }, passages.map((passage) => this.#card(passage)));
  }

  #card(passage) {
    const { article, excerpt } = passage;
    const open = (event) => {
      if (!plain(event)) return;
      event.preventDefault();
      emit(this, "open-nearest", { passage, opener: event.currentTarget });
    };
    return make("li", {}, make("a", { href: toArticle(article.id, passage), click: open },
      cited(article),
      make("span", { class: "from" }, byline(article)),
      make("span", { class: "excerpt", lang: article.language ?? null }, excerpt)));
  }
}

customElements.define("ibid-abstained", Abstained);
