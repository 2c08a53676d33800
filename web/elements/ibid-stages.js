import { emit, make } from "../modules/dom.js";
import { steps } from "../modules/words.js";

/** <ibid-stages>: the line with the current stage of an answer. Property `turn`. Event: `announce`. */
export class Stages extends HTMLElement {
  #said = "";

  set turn(turn) {
    const all = steps(turn);
    const line = all.length ? all : [{ text: "Asking", now: true }];
    this.replaceChildren(...line.map(({ text, now }) => make("span", { class: now ? "now" : "past" }, text)));
    const now = line.find((step) => step.now)?.text;
    if (now && now !== this.#said) emit(this, "announce", { text: now });
    this.#said = now;
  }
}

customElements.define("ibid-stages", Stages);
