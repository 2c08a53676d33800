import { emit, icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";

const LASTS = 10_000;   // ms: long enough to read it and to reach the button by keyboard

/**
 * <ibid-toast>: says what was just done and offers to undo it, for a while; the time does not end under the pointer or
 * the focus of the keyboard. Method `offer({text, undo, done})`: `undo` gives a promise; `done` is called once when it
 * can no longer be undone, at the latest when the page is left. Event: `announce`.
 */
export class Toast extends HTMLElement {
  #timer = 0;
  #offered = null;

  connectedCallback() {
    this.role = "group";
    this.ariaLabel = say("undo");
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();   // this Escape closes the toast, not the open article
      this.#end();
    });
    addEventListener("pagehide", () => this.#end());
  }

  offer(offered) {
    this.#end();
    this.#offered = offered;
    const undo = make("button", { type: "button", class: "button", click: () => this.#undo() }, say("undo"));
    this.replaceChildren(make("p", {}, offered.text), undo, make("button", {
      type: "button", class: "quiet", "aria-label": say("undo.dismiss"), title: say("undo.dismiss"),
      click: () => this.#end(),
    }, icon("close")));
    this.hidden = false;
    emit(this, "announce", { text: say("undo.can", { done: offered.text }) });
    queueMicrotask(() => undo.focus({ preventScroll: true }));   // what was removed had the focus
    this.#wait();
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.matches(":hover, :has(:focus-visible)")) this.#wait();
      else this.#end();
    }, LASTS);
  }

  async #undo() {
    const { undo } = this.#offered;
    this.#offered = null;
    this.#close();
    await undo().then(() => emit(this, "announce", { text: say("undo.done") }), ({ message }) => {
      this.replaceChildren(make("p", { role: "alert" }, say("undo.failed", { problem: message })));
      this.hidden = false;
      this.#wait();
    });
  }

  #end() {
    const offered = this.#offered;
    this.#offered = null;
    this.#close();
    offered?.done?.();
  }

  #close() {
    clearTimeout(this.#timer);
    const held = this.contains(document.activeElement);
    this.hidden = true;
    if (held) document.querySelector("#question")?.focus({ preventScroll: true });
  }
}

customElements.define("ibid-toast", Toast);
