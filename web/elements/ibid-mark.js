import { emit, make, plain } from "../modules/dom.js";
import { toArticle } from "../modules/route.js";
import { footnoteLabel } from "../modules/words.js";

/**
 * <ibid-mark>: the number of a footnote, raised after the words it supports. Property `footnote`.
 * Events: `show-card` and `hide-card` (hover, focus), `open-footnote` (click, Enter).
 */
export class Mark extends HTMLElement {
  connectedCallback() {
    const { article, number, quote, support } = this.footnote;
    const link = make("a", {
      href: toArticle(article.id, quote),
      "aria-label": footnoteLabel(this.footnote),
      "data-support": support.label,
      click: (event) => this.#open(event),
      pointerenter: (event) => event.pointerType !== "touch" && this.#card(event),
      pointerleave: () => emit(this, "hide-card"),
      focus: (event) => link.matches(":focus-visible") && this.#card(event),
      blur: () => emit(this, "hide-card", { now: true }),
    }, String(number));
    this.replaceChildren(link);
  }

  #card(event) {
    emit(this, "show-card", { footnote: this.footnote, mark: event.currentTarget, now: event.type === "focus" });
  }

  #open(event) {
    if (!plain(event)) return;
    event.preventDefault();
    emit(this, "open-footnote", { footnote: this.footnote, opener: event.currentTarget });
  }
}

customElements.define("ibid-mark", Mark);
