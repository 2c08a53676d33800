import { copy } from "../modules/clipboard.js";
import { emit, icon, make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { plainText } from "../modules/plain-text.js";
import { richText } from "../modules/rich-text.js";
import { date, seconds } from "../modules/words.js";
import "./ibid-export.js";
import "./ibid-feedback.js";
import "./ibid-problem.js";
import "./ibid-recheck.js";
import "./ibid-share.js";

/**
 * <ibid-actions>: what a reader can do with an answer, and its origin. Properties `answer`, `index` (GET /index, or
 * null), `problem` (text). Events: `rate` (`rating`, `reasons`, `comment`), `announce`.
 */
export class Actions extends HTMLElement {
  #up = this.#button("up", say("action.up"), () => this.#rate("up"));
  #down = this.#button("down", say("action.down"), () => this.#rate("down"));
  #copy = this.#button("copy", say("action.copy"), () => this.#copied());
  #share = make("button", {
    type: "button", class: "quiet", "aria-expanded": "false", click: () => this.#shared(),
  }, say("action.share"));
  #meta = make("span", { class: "meta" });
  #index = null;
  #below = make("div", { class: "below", "close-feedback": () => this.#close() });

  connectedCallback() {
    this.#press(this.answer.feedback?.rating ?? null);
    this.replaceChildren(
      make("p", { class: "row" }, this.#up, this.#down, this.#copy, this.#share,
        place("ibid-export", { answer: this.answer }),
        this.answer.footnotes.length ? place("ibid-recheck", { answer: this.answer }) : "", this.#meta),
      this.#below);
    this.addEventListener("failed", ({ detail }) => (this.problem = detail.text));
    this.index = this.#index;
  }

  set index(index) {
    this.#index = index;
    this.#meta.textContent = origin(this.answer, index);
  }

  set problem(text) {
    this.#share.setAttribute("aria-expanded", "false");
    this.#below.replaceChildren(place("ibid-problem", { text }));
  }

  #rate(rating) {
    this.#press(rating);
    this.#share.setAttribute("aria-expanded", "false");
    const form = rating === "down" ? [place("ibid-feedback", { feedback: this.answer.feedback })] : [];
    this.#open(form);
    emit(this, "rate", { rating, reasons: [], comment: "" });
  }

  #press(rating) {
    this.#up.setAttribute("aria-pressed", rating === "up");
    this.#down.setAttribute("aria-pressed", rating === "down");
  }

  #shared() {
    const opens = this.#share.getAttribute("aria-expanded") === "false";
    this.#share.setAttribute("aria-expanded", opens);
    this.#open(opens ? [place("ibid-share", { answer: this.answer })] : []);
  }

  /** Above the box for the next question, which would cover it. */
  #open(parts) {
    this.#below.replaceChildren(...parts);
    if (parts.length) this.#below.scrollIntoView({ block: "nearest" });
  }

  #close() {
    this.#below.replaceChildren();
    this.#down.focus();
  }

  async #copied() {
    const done = await copy(plainText(this.answer), richText(this.answer));
    emit(this, "announce", { text: say(done ? "action.copied" : "copied.not") });
    if (!done) return;
    this.#copy.replaceChildren(icon("done"));
    setTimeout(() => this.#copy.replaceChildren(icon("copy")), 1600);
  }

  #button(name, label, click) {
    return make("button", { type: "button", class: "quiet", "aria-label": label, title: label, click }, icon(name));
  }
}

/**
 * "0.4 s · written by ollama:llama3.2 · index of 2 November 2025": the time, the writer, and the date of the index.
 */
function origin({ timings_ms: took, index: generation, created, writer }, index) {
  const current = generation === index?.generation;
  const earlier = say(created < index?.updated ? "origin.earlier" : "origin.answered", { date: date(created) });
  const from = current ? say("origin.index", { date: date(index.updated) }) : earlier;
  const by = writer && writer.model !== "extractive" && say("origin.writer", { model: writer.model });
  return [took && seconds(took.total), by, from].filter(Boolean).join(" · ");
}

customElements.define("ibid-actions", Actions);
