import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { steps } from "../modules/words.js";

const SECOND = 1000;      // ms
const WORTH_SAYING = 2;   // seconds

/** <ibid-stages>: the line with the current stage of an answer. Property `turn`. Event: `announce`. */
export class Stages extends HTMLElement {
  #said = "";
  #begun = Date.now();
  #clock = make("span", { class: "clock", "aria-hidden": "true" });
  #timer;

  connectedCallback() {
    this.#timer = setInterval(() => this.#tick(), SECOND);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  /** The seconds since the question, once there are enough of them to wonder. */
  #tick() {
    const secs = Math.floor((Date.now() - this.#begun) / SECOND);
    this.#clock.textContent = secs < WORTH_SAYING ? "" : say("unit.seconds", { n: secs });
  }

  set turn(turn) {
    const all = steps(turn);
    const line = all.length ? all : [{ text: say("stage.ask"), now: true }];
    this.replaceChildren(
      ...line.map(({ text, now }) => make("span", { class: now ? "now" : "past" }, text)), this.#clock);
    const now = line.find((step) => step.now)?.text;
    if (now && now !== this.#said) emit(this, "announce", { text: now });
    this.#said = now;
  }
}

customElements.define("ibid-stages", Stages);
