import { ConversationRows } from "../modules/conversation-rows.js";
import { finishAll, isLeaving } from "../modules/deletions.js";
import { make, place } from "../modules/dom.js";
import { say } from "../modules/language.js";
import { newest, STEP } from "../modules/newest.js";
import "./ibid-problem.js";

const MANY = 6;   // conversations; fewer are found without a search
const PAUSE = 250;   // ms without typing, after which the server is asked

/**
 * <ibid-conversations>: earlier conversations, pinned ones first, then the newest; others follow at a button. Property
 * `current` (an id, or null). Method `refresh()`. Events: `conversation-removed` (`id`), `undoable`.
 */
export class Conversations extends HTMLElement {
  #current = null;
  #rows = new ConversationRows(this);
  #body = make("div");
  #filter = make("input", {
    type: "search", placeholder: say("talks.find"), "aria-label": say("talks.find"), hidden: true,
    input: () => this.#find(),
  });
  #more = make("button", { type: "button", class: "button", hidden: true, click: () => this.#next() },
    say("talks.more"));
  #wanted = STEP;
  #whole = true;   // whether all of them are in the page
  #requests = 0;
  #pause = null;

  connectedCallback() {
    const label = make("h2", { class: "label" }, say("page.conversations"));
    this.replaceChildren(label, this.#filter, this.#body, this.#more);
    this.addEventListener("retry", () => this.refresh());
    finishAll().then(() => this.refresh());
  }

  get current() {
    return this.#current;
  }

  set current(id) {
    this.#current = id;
    this.querySelectorAll("a").forEach((link) => this.#point(link));
  }

  async refresh() {
    const request = ++this.#requests;
    const words = this.#whole ? "" : this.#words();
    const found = await newest(words, this.#wanted).catch(({ message: problem }) => ({ list: [], problem }));
    if (request !== this.#requests) return;   // a later one is under way or answered
    if (this.#body.querySelector(".name")) return;   // what is being typed stays; saving and leaving it refresh again
    if (!words && !found.problem) this.#whole = !found.more;
    this.querySelector(":scope > ibid-problem")?.remove();
    this.#body.replaceChildren(found.problem
      ? place("ibid-problem", { text: found.problem, action: say("again") })
      : this.#list(found.list.filter(({ id }) => !isLeaving(id))));
    this.#more.hidden = !found.more;
    this.#filter.hidden = this.#whole && this.#body.querySelectorAll("li").length < MANY;
    this.#choose();
  }

  #words() {
    return this.#filter.hidden ? "" : this.#filter.value.trim();
  }

  /** Where all are in the page it chooses among them; else the server does, once nothing was typed for a moment. */
  #find() {
    if (this.#whole) return this.#choose();
    this.#wanted = STEP;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.refresh(), PAUSE);
  }

  /** Shows the conversations whose titles have all the words. */
  #choose() {
    const words = this.#whole ? this.#words().toLowerCase().split(/\s+/) : [];
    for (const item of this.#body.querySelectorAll("li")) {
      const title = item.querySelector(".title")?.textContent.toLowerCase();   // none while it is renamed
      item.hidden = title !== undefined && !words.every((word) => title.includes(word));
    }
  }

  async #next() {
    const shown = this.#body.querySelectorAll("li").length;
    this.#wanted += STEP;
    await this.refresh();
    this.#body.querySelectorAll("li a")[shown]?.focus();
  }

  #list(list) {
    if (!list.length) return make("p", { class: "none" }, say(this.#words() ? "talks.notFound" : "talks.none"));
    const rows = list.map((one) => this.#rows.row(one));
    rows.forEach((row) => this.#point(row.querySelector("a")));
    return make("ul", { role: "list" }, rows);
  }

  #point(link) {
    if (link.dataset.id === this.#current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

customElements.define("ibid-conversations", Conversations);
