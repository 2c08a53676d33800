import * as api from "../modules/api.js";
import { emit, icon, make, place, released } from "../modules/dom.js";
import { facetBoxes } from "../modules/facet-boxes.js";
import { say } from "../modules/language.js";
import { SCOPE_KINDS, described, keepScope, limits, scopeOf } from "../modules/scope.js";
import "./ibid-months.js";
import "./ibid-problem.js";

/**
 * <ibid-scope>: which articles the next question may see, beside the box for it. Property `conversation` (an id, or
 * null), whose scope it keeps; `filters` for a request, or null. Methods `only(article)`, `close()`. Event: `announce`.
 */
export class Scope extends HTMLElement {
  #conversation = null;
  #requests = 0;
  #scope = scopeOf(null);
  #button = make("button", {
    type: "button", class: "quiet", "aria-expanded": "false", "aria-controls": "scope-choices",
    click: () => this.#toggle(),
  });
  #clear = make("button", {
    type: "button", class: "quiet", "aria-label": say("scope.clearLabel"), title: say("scope.clear"), hidden: true,
    click: () => this.#change({ ...scopeOf("none") }),
  }, icon("close"));
  #choices = make("div", { id: "scope-choices", class: "choices", hidden: true });

  connectedCallback() {
    this.replaceChildren(make("p", {}, this.#button, this.#clear), this.#choices);
    this.addEventListener("days", ({ detail }) => this.#change({ ...this.#scope, ...detail }));
    this.addEventListener("retry", () => this.#fill());
    this.#say();
  }

  get filters() {
    return limits(this.#scope);
  }

  set conversation(id) {
    if (id === this.#conversation) return;
    const begun = this.#conversation === null && id !== null && this.filters;
    this.#conversation = id;
    if (begun) {   // a new conversation got its name, and takes its scope along
      keepScope(id, this.#scope);
      keepScope(null, {});
    }
    else this.#scope = scopeOf(id);
    this.#say();
    if (!this.#choices.hidden) this.#fill();
  }

  close() {
    this.#choices.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
  }

  /** Asks only this article. */
  only({ id, title }) {
    this.#change({ ...scopeOf("none"), articles: [id], title });
    emit(this, "announce", { text: say("scope.one", { title }) });
  }

  async #toggle() {
    this.#choices.hidden = !this.#choices.hidden;
    this.#button.setAttribute("aria-expanded", !this.#choices.hidden);
    if (!this.#choices.hidden) await this.#fill();
  }

  #change(scope) {
    this.#scope = scope;
    keepScope(this.#conversation, scope);
    this.#say();
    if (!this.#choices.hidden) this.#fill();
  }

  #say() {
    const words = described(this.#scope);
    this.#button.replaceChildren(icon("scope"), words ? say("scope.only", { scope: words }) : say("scope.all"));
    this.#clear.hidden = !words;
  }

  /** Counts that change with what is chosen: articles of each month, outlet, topic and language. */
  async #fill() {
    const request = ++this.#requests;
    const found = await api.someArticles({ ...this.filters, limit: 1 }).catch((problem) => problem);
    await released(this.#choices);
    if (request !== this.#requests) return;   // more was chosen meanwhile
    // Only now: who has gone on to the question meanwhile keeps the focus there.
    const focused = this.#choices.contains(document.activeElement) && document.activeElement.name;
    this.#choices.replaceChildren(...(found instanceof Error ? this.#failed(found) : this.#counted(found)));
    if (focused) this.#choices.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
  }

  #failed({ message: text }) {
    return [place("ibid-problem", { text, action: say("again") })];
  }

  #counted({ facets, total }) {
    const { published_from: from, published_to: to } = this.#scope;
    return [
      place("ibid-months", { months: facets.month ?? [], from, to }),
      ...Object.entries(SCOPE_KINDS).map(([kind, name]) => facetBoxes(kind, facets[kind] ?? [], this.#scope[name],
        (values) => this.#change({ ...this.#scope, [name]: values }))),
      make("p", { class: "sum", role: "status" }, say("scope.sum", { n: total })),
    ];
  }
}

customElements.define("ibid-scope", Scope);
