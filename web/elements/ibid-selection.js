import { copy } from "../modules/clipboard.js";
import { emit, icon, make } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { date } from "../modules/words.js";

const GAP = 8;    // px between the words and the box
const LEAST = 3;  // characters: fewer are a slip of the mouse

/**
 * <ibid-selection>: what can be done with words selected in an article. Properties `within` (the element whose words
 * count) and `article` (GET /articles/{id}, or null). Events: `revise` (`text`), `announce`.
 */
export class Selection extends HTMLElement {
  #follow = () => this.#show();

  connectedCallback() {
    this.popover = "manual";
    this.role = "toolbar";
    this.ariaLabel = say("selection");
    const press = (name, label, click) => make("button", {
      type: "button", class: "quiet", click, pointerdown: (event) => event.preventDefault(),   // keeps the selection
    }, icon(name), label);
    this.replaceChildren(
      press("new", say("selection.ask"), () => this.#ask()),
      press("quote", say("selection.copy"), () => this.#copy()));
    document.addEventListener("selectionchange", this.#follow);
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this.#follow);
  }

  get #words() {
    const selection = getSelection();
    const inside = selection.rangeCount && this.within.contains(selection.getRangeAt(0).commonAncestorContainer);
    return inside && this.article ? selection.toString().replace(/\s+/g, " ").trim() : "";
  }

  #show() {
    if (this.#words.length < LEAST) return this.hidePopover();
    this.showPopover();
    const words = getSelection().getRangeAt(0).getBoundingClientRect();
    const { width, height } = this.getBoundingClientRect();
    const left = Math.min(Math.max(GAP, words.left + (words.width - width) / 2), innerWidth - width - GAP);
    const above = words.top - height - GAP;
    this.style.setProperty("--left", `${left}px`);
    this.style.setProperty("--top", `${above > 0 ? above : words.bottom + GAP}px`);
  }

  /** In English whatever the language of the page: Ibid understands such a question best. */
  #ask() {
    emit(this, "revise", { text: `What do the articles say about “${this.#words}”?` });
    this.hidePopover();
  }

  async #copy() {
    const { author, publisher, title, published, url } = this.article;
    const from = [author, publisher, `“${title}”`, date(published), url].filter(Boolean).join(", ");
    const done = await copy(`“${this.#words}” (${from})`);
    emit(this, "announce", { text: say(done ? "selection.copied" : "copied.not") });
    this.hidePopover();
  }
}

customElements.define("ibid-selection", Selection);
