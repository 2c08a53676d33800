import { emit, make, place, released } from "../modules/dom.js";
import { facetBoxes } from "../modules/facet-boxes.js";
import { say } from "../modules/language.js";
import "./ibid-months.js";

/** The facets and the parameters that choose among them. */
const KINDS = { publisher: "publishers", topic: "topics", language: "languages", state: "states", author: "authors" };

const ROOMY = matchMedia("(width >= 64rem)");   // they stand beside the list

/**
 * <ibid-facets>: narrows a list by what its articles have in common. Properties `counts` (facets of GET /articles), and
 * `chosen`: parameters for a request. Event: `narrow`.
 */
export class Facets extends HTMLElement {
  #chosen = {};
  #days = {};
  #box = make("details", { open: ROOMY.matches }, make("summary", {}, say("facets")));
  #body = make("div");

  connectedCallback() {
    this.#box.append(this.#body);
    this.replaceChildren(this.#box);
    this.addEventListener("days", ({ detail }) => {
      this.#days = { ...this.#days, ...detail };
      emit(this, "narrow");
    });
  }

  get chosen() {
    return { ...this.#chosen, ...this.#days };
  }

  set counts(counts) {
    this.#draw(counts);
  }

  async #draw(counts) {
    await released(this);
    const focused = this.contains(document.activeElement) && document.activeElement.name;
    const { published_from: from = null, published_to: to = null } = this.#days;
    const months = place("ibid-months", { months: counts.month ?? [], from, to });
    this.#body.replaceChildren(months, ...Object.keys(KINDS).map((kind) => this.#kind(kind, counts[kind] ?? [])));
    if (focused) this.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
  }

  #kind(kind, counts) {
    return facetBoxes(kind, counts, this.#chosen[KINDS[kind]] ?? [], (values) => {
      this.#chosen[KINDS[kind]] = values;
      emit(this, "narrow");
    });
  }
}

customElements.define("ibid-facets", Facets);
