import { host, icon, make, outside } from "../modules/dom.js";
import { say } from "../modules/language.js";

/**
 * <ibid-notes>: the article's own notes, at its end. Properties `notes`, `beside` (the positions of those in
 * the quoted sentence). Buttons with `data-to` are followed by <ibid-article>.
 */
export class Notes extends HTMLElement {
  connectedCallback() {
    if (!this.notes.length) return;
    this.replaceChildren(
      make("h3", { class: "label" }, say("notes")),
      make("ul", { role: "list" }, this.notes.map((note, at) => this.#item(note, at))));
  }

  #item({ label, text, url, anchors = [] }, at) {
    const beside = this.beside.has(at);
    return make("li", { id: `note-${at}`, tabindex: "-1", class: beside ? "beside" : null },
      make("span", { class: "number" }, label),
      make("p", {},
        beside ? make("strong", {}, say("notes.here")) : "", text, " ",
        host(url) ? outside(url, host(url), icon("outside")) : "", " ",
        anchors.length ? make("button", {
          type: "button", "data-to": `note-mark-${at}`,
          "aria-label": say("notes.backOf", { label }), title: say("notes.back"),
        }, icon("back")) : ""));
  }
}

customElements.define("ibid-notes", Notes);
