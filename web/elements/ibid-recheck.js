import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { standing } from "../modules/words.js";

/**
 * <ibid-recheck>: checks a stored answer against the articles of today and says what still holds. Property `answer`.
 * Events: `rechecked` (the body of the check), `announce`, `failed`.
 */
export class Recheck extends HTMLElement {
  #button = make("button", { type: "button", class: "quiet", click: () => this.#check() }, say("recheck"));

  connectedCallback() {
    this.replaceChildren(this.#button);
  }

  async #check() {
    this.#button.disabled = true;
    try {
      const found = await api.recheck(this.answer.id);
      emit(this, "rechecked", found);
      emit(this, "announce", { text: standing(found) });
    } catch (problem) {
      emit(this, "failed", { text: say("recheck.failed", { problem: problem.message }) });
    } finally {
      this.#button.disabled = false;
    }
  }
}

customElements.define("ibid-recheck", Recheck);
