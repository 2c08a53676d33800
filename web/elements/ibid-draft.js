import { make } from "../modules/dom.js";
import { say } from "../modules/language.js";

const MARKS = /\s*\[[^\]]*(\]|$)/g;   // the passages that the model names, and one that is being written

/**
 * <ibid-draft>: what a language model is writing, before it is checked; its checked sentences replace it. A screen
 * reader is told the checked answer alone. Property `text`.
 */
export class DraftText extends HTMLElement {
  set text(text) {
    const words = text.replace(MARKS, "").trim();
    this.hidden = !words;
    this.ariaHidden = "true";
    this.replaceChildren(make("small", {}, say("draft")), words);
  }
}

customElements.define("ibid-draft", DraftText);
