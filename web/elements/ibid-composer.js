import { emit, icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import "./ibid-scope.js";

const LONGEST = 2000;   // characters of a question (src/docs/operating.md)
const NEAR = 1800;

/** <ibid-composer>: the input for a question. Property `busy`. Methods `focus()`, `write(text)`. Event: `ask`. */
export class Composer extends HTMLElement {
  #busy = false;
  #box = make("textarea", {
    id: "question", rows: "1", placeholder: say("composer.placeholder"), enterkeyhint: "send",
    "aria-describedby": "question-hint",
    input: () => this.#fit(),
    keydown: (event) => this.#key(event),
  });
  #send = make("button", { class: "send", "aria-label": say("composer.ask") }, icon("send"));
  #hint = make("p", { id: "question-hint", class: "hint" });
  #length = make("p", { class: "length", role: "status" });

  connectedCallback() {
    this.replaceChildren(make("ibid-scope"), make("form", { submit: (event) => this.#submit(event) },
      make("label", { for: "question", class: "unseen" }, say("composer.label")),
      this.#box, this.#send), this.#length, this.#hint);
    this.busy = false;
    this.#fit();
  }

  set busy(busy) {
    this.#busy = busy;
    this.#hint.textContent = say(busy ? "composer.busy" : "composer.keys");
    this.#enable();
  }

  focus() {
    this.#box.focus();
  }

  /** Puts a text into the box, to be edited. */
  write(text) {
    this.#box.value = text;
    this.#fit();
    this.#box.focus();
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.querySelector("form").requestSubmit();
  }

  #submit(event) {
    event.preventDefault();
    const question = this.#box.value.trim();
    if (this.#busy || !question || this.#over) return;
    this.#box.value = "";
    this.#fit();
    emit(this, "ask", { question });
  }

  /** Fits the height to the text, up to the maximum of the style sheet. */
  #fit() {
    this.#box.style.setProperty("height", "auto");
    this.#box.style.setProperty("height", `${this.#box.scrollHeight}px`);
    this.#enable();
  }

  get #over() {
    return Array.from(this.#box.value.trim()).length > LONGEST;
  }

  #enable() {
    this.#send.setAttribute("aria-disabled", this.#busy || this.#over || !this.#box.value.trim());
    const length = Array.from(this.#box.value.trim()).length;
    this.#length.textContent = length < NEAR ? "" : say("composer.length", { n: length, most: LONGEST });
    this.#length.toggleAttribute("data-over", this.#over);
  }
}

customElements.define("ibid-composer", Composer);
