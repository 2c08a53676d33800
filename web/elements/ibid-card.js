import { cited, icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { byline, checks, quotes, verdict } from "../modules/words.js";

const OPEN = 120;   // ms of hover before the card opens: crossing a mark does not open it
const CLOSE = 220;  // ms to travel from the mark into the card
const GAP = 8;      // px between mark and card, and between card and window

/** <ibid-card>: the quote of a mark, shown next to it. Methods `show({footnote, mark, now})` and `hide({now})`. */
export class Card extends HTMLElement {
  #timer;
  #mark = null;

  connectedCallback() {
    this.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.addEventListener("pointerleave", () => this.hide());
    addEventListener("scroll", () => this.#move(), { capture: true, passive: true });
    addEventListener("resize", () => this.#move());
  }

  get shown() {
    return this.#mark !== null;
  }

  show({ footnote, mark, now = false }) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#close();
      this.#mark = mark;
      mark.setAttribute("aria-describedby", this.id);
      this.replaceChildren(...content(footnote));
      this.showPopover();   // the top layer: no scroll box or panel cuts it off
      this.#move();
    }, now ? 0 : OPEN);
  }

  hide({ now = false } = {}) {
    clearTimeout(this.#timer);
    if (now) this.#close();
    else this.#timer = setTimeout(() => this.#close(), CLOSE);
  }

  #close() {
    this.#mark?.removeAttribute("aria-describedby");
    this.#mark = null;
    this.hidePopover();
  }

  #move() {
    if (!this.#mark) return;
    if (!this.#mark.isConnected) return this.#close();
    const mark = this.#mark.getBoundingClientRect();
    const { width, height } = this.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(mark.left - 24, innerWidth - width - GAP));
    const below = mark.bottom + GAP;
    const top = below + height <= innerHeight || mark.top < height + 2 * GAP ? below : mark.top - height - GAP;
    this.style.setProperty("--left", `${left}px`);
    this.style.setProperty("--top", `${top}px`);
  }
}

// The server cuts what is round a quote at a number of characters: half a word is left out.
const CUT_BEFORE = /^[\p{L}\p{N}]+(?=[^\p{L}\p{N}])/u, CUT_AFTER = /(?<=[^\p{L}\p{N}])[\p{L}\p{N}]+$/u;

function content(footnote) {
  const { article, quote, support, notes } = footnote;
  const own = quotes(footnote);   // a verdict is told where the words are others'
  return [
    make("p", { class: "quote", lang: article.language ?? null },
      quote.prefix && `…${quote.prefix.replace(CUT_BEFORE, "")}`, make("mark", {}, quote.exact),
      quote.suffix && `${quote.suffix.replace(CUT_AFTER, "")}…`),
    make("p", { class: "from" }, cited(article), make("span", {}, byline(article))),
    make("p", { class: "support", "data-support": support.label },
      icon(support.label === "full" ? "agree" : "doubt"),
      make("strong", {}, own ? say("support.quoted") : verdict(support))),
    own ? "" : make("p", { class: "checks" }, checks(support.checks)),
    (notes ?? []).map(({ label, text }) => make("p", { class: "own" }, say("notes.ownText", { label, text }))),
  ].flat();
}

customElements.define("ibid-card", Card);
