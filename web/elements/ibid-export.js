import * as api from "../modules/api.js";
import { emit, make } from "../modules/dom.js";
import { say } from "../modules/language.js";

const FORMATS = {
  md: "Markdown", html: say("export.html"), docx: "Word", bibtex: "BibTeX", csl: "CSL (Zotero)", json: "JSON",
};

const KEPT = 60_000;   // ms: a browser may ask before it saves

/** <ibid-export>: saves an answer as a file of a chosen format. Property `answer`. Events: `announce`, `failed`. */
export class Export extends HTMLElement {
  #menu = make("details", { keydown: (event) => this.#key(event), focusout: (event) => this.#left(event) });

  connectedCallback() {
    const item = ([format, name]) => make("li", {},
      make("button", { type: "button", class: "quiet", click: () => this.#save(format, name) }, name));
    this.#menu.replaceChildren(
      make("summary", { class: "quiet" }, say("export")),
      make("ul", { role: "list" }, Object.entries(FORMATS).map(item)));
    this.replaceChildren(this.#menu);
  }

  async #save(format, name) {
    this.#close();
    try {
      const { file, filename } = await api.exported(this.answer.id, format);
      const address = URL.createObjectURL(file);
      make("a", { href: address, download: filename }).click();
      setTimeout(() => URL.revokeObjectURL(address), KEPT);
      emit(this, "announce", { text: say("export.saved", { name }) });
    } catch (problem) {
      emit(this, "failed", { text: say("export.failed", { problem: problem.message }) });
    }
  }

  #close() {
    this.#menu.open = false;
    this.#menu.firstChild.focus();
  }

  #key(event) {
    if (event.key !== "Escape" || !this.#menu.open) return;
    event.stopPropagation();   // this Escape closes the menu, not the open article
    this.#close();
  }

  #left({ relatedTarget }) {
    if (relatedTarget && !this.contains(relatedTarget)) this.#menu.open = false;
  }
}

customElements.define("ibid-export", Export);
