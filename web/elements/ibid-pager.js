import { emit, icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";

const MANY = 5;   // more numbers than these do not fit beside the other controls: only the arrows are shown

/**
 * <ibid-pager>: goes through the footnotes of an answer. Property `place` (`footnote`, the one in focus, and
 * `footnotes`); empty where there is nothing to go through. Event: `open-footnote` (`footnote`, `opener`).
 */
export class Pager extends HTMLElement {
  set place({ footnote, footnotes = [] }) {
    const at = footnotes.findIndex(({ number }) => number === footnote?.number);
    if (at < 0 || footnotes.length < 2) return this.replaceChildren();
    const held = this.contains(document.activeElement) && document.activeElement.dataset.step;
    const many = footnotes.length > MANY;
    const numbers = many ? [this.#position(at, footnotes)] : footnotes.map((one) => this.#number(one, at));
    this.replaceChildren(make("nav", { "aria-label": say("pager") },
      this.#step("previous", say("pager.previous"), footnotes[at - 1]),
      ...numbers,
      this.#step("next", say("pager.next"), footnotes[at + 1])));
    this.querySelector(`[data-step="${held}"]:not([disabled])`)?.focus();
  }

  #step(name, label, footnote) {
    return make("button", {
      type: "button", class: "quiet", "aria-label": label, title: label, "data-step": name, disabled: !footnote,
      click: (event) => this.#open(footnote, event),
    }, icon(name));
  }

  #number(footnote, at) {
    const here = footnote.number === at + 1;
    return make("button", {
      type: "button", class: "quiet", "aria-label": say("footnote", { number: String(footnote.number) }),
      "aria-current": here ? "true" : null,
      click: (event) => this.#open(footnote, event),
    }, String(footnote.number));
  }

  #position(at, footnotes) {
    return make("span", { class: "position" }, say("pager.of", { number: footnotes[at].number, n: footnotes.length }));
  }

  #open(footnote, { currentTarget: opener }) {
    emit(this, "open-footnote", { footnote, opener });
  }
}

customElements.define("ibid-pager", Pager);
