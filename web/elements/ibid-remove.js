import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { format, go, here, toArticle } from "../modules/route.js";

const LATER = " It goes from answers when the index is up to date.";

/**
 * <ibid-remove>: a button that removes an article, shown to admins. Property `article`. Events: `collection-changed`,
 * `undoable`.
 */
export class Remove extends HTMLElement {
  #problem = make("p", { role: "alert" });

  async connectedCallback() {
    const { admin } = await api.rights().catch(() => ({}));
    if (!admin) return;
    const click = () => this.#remove(this.article);
    const button = make("button", { type: "button", class: "button", click }, "Remove");
    this.replaceChildren(button, this.#problem);
  }

  async #remove({ id, title }) {
    try {
      const gone = await api.removeArticle(id);
      emit(this, "collection-changed");
      emit(this, "undoable", {
        text: `“${title}” was removed.${gone ? "" : LATER}`, undo: async () => {
          await api.restoreArticle(id);
          go(toArticle(id));
        },
      });
      go(format({ conversation: here().conversation, articles: true }), { replace: true });
    } catch ({ message }) {
      this.#problem.textContent = `It was not removed. ${message}`;
    }
  }
}

customElements.define("ibid-remove", Remove);
