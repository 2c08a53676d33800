import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { format, go, here, toArticle } from "../modules/route.js";

/**
 * <ibid-remove>: a button that removes an article, shown to admins. Property `article`. Events: `collection-changed`,
 * `undoable`.
 */
export class Remove extends HTMLElement {
  #problem = make("p", { role: "alert" });

  async connectedCallback() {
    const { admin, takes_files: takes } = await api.rights().catch(() => ({}));
    if (!admin || !takes) return;
    const click = () => this.#remove(this.article);
    const button = make("button", { type: "button", class: "button", click }, say("remove"));
    this.replaceChildren(button, this.#problem);
  }

  async #remove({ id, title }) {
    try {
      const gone = await api.removeArticle(id);
      emit(this, "collection-changed");
      emit(this, "undoable", {
        text: say(gone ? "remove.done" : "remove.later", { title }), undo: async () => {
          await api.restoreArticle(id);
          go(toArticle(id));
        },
      });
      go(format({ conversation: here().conversation, articles: true }), { replace: true });
    } catch ({ message }) {
      this.#problem.textContent = say("remove.failed", { problem: message });
    }
  }
}

customElements.define("ibid-remove", Remove);
