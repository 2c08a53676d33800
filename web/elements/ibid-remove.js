import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { format, go, here } from "../modules/route.js";
import "./ibid-confirm.js";

const LATER = " It goes from answers when the index is up to date.";

/**
 * <ibid-remove>: a button that removes an article, shown to admins. Property `article`. Events: `collection-changed`,
 * `announce`.
 */
export class Remove extends HTMLElement {
  #confirm = make("ibid-confirm");
  #problem = make("p", { role: "alert" });

  async connectedCallback() {
    const { admin } = await api.rights().catch(() => ({}));
    if (!admin) return;
    const click = () => this.#remove(this.article);
    const button = make("button", { type: "button", class: "button", click }, "Remove");
    this.replaceChildren(button, this.#problem, this.#confirm);
  }

  async #remove({ id, title }) {
    const sure = await this.#confirm.ask({
      title: "Remove this article?",
      text: `“${title}” goes from every new answer. `
        + "Its file is kept in the hidden folder .removed beside the articles.",
      action: "Remove",
    });
    if (!sure) return;
    try {
      const gone = await api.removeArticle(id);
      emit(this, "announce", { text: `“${title}” was removed.${gone ? "" : LATER}` });
      emit(this, "collection-changed");
      go(format({ conversation: here().conversation, articles: true }), { replace: true });
    } catch ({ message }) {
      this.#problem.textContent = `It was not removed. ${message}`;
    }
  }
}

customElements.define("ibid-remove", Remove);
