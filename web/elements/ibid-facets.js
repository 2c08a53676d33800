import { emit, make, place } from "../modules/dom.js";
import { LOCALE, say } from "../modules/language.js";
import "./ibid-months.js";

/** The facets and the parameters that choose among them. */
const KINDS = { publisher: "publishers", topic: "topics", language: "languages", state: "states", author: "authors" };
const SHOWN = 12;   // values of one kind; more are found by words
const STATES = ["corrected", "copy", "current"];
const LANGUAGES = new Intl.DisplayNames([LOCALE], { type: "language", fallback: "code" });

/**
 * <ibid-facets>: narrows a list by what its articles have in common. Properties `counts` (facets of GET /articles), and
 * `chosen`: parameters for a request. Event: `narrow`.
 */
export class Facets extends HTMLElement {
  #chosen = {};
  #days = {};
  #box = make("details", {}, make("summary", {}, say("facets")));
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
    const focused = this.contains(document.activeElement) && document.activeElement.name;
    const { published_from: from = null, published_to: to = null } = this.#days;
    const months = place("ibid-months", { months: counts.month ?? [], from, to });
    this.#body.replaceChildren(months, ...Object.keys(KINDS).map((kind) => this.#kind(kind, counts[kind] ?? [])));
    if (focused) this.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
  }

  /** A kind that does not tell articles apart is left out. */
  #kind(kind, values) {
    const parameter = KINDS[kind];
    if (values.length < 2 && !this.#chosen[parameter]?.length) return "";
    return make("fieldset", {}, make("legend", {}, say(`facets.${kind}`)),
      values.slice(0, SHOWN).map((one) => this.#value(kind, parameter, one)));
  }

  #value(kind, parameter, { value: named, articles }) {
    const value = named ?? "";
    const before = this.#chosen[parameter] ?? [];
    const change = ({ target }) => {
      this.#chosen[parameter] = target.checked ? [...before, value] : before.filter((one) => one !== value);
      emit(this, "narrow");
    };
    const box = { type: "checkbox", name: `${kind} ${value}`, checked: before.includes(value), change };
    return make("label", {}, make("input", box), ` ${nameOf(kind, value)} `, make("small", {}, String(articles)));
  }
}

function nameOf(kind, value) {
  if (!value) return say("facets.none");
  if (kind === "language") return LANGUAGES.of(value);
  return kind === "state" && STATES.includes(value) ? say(`facets.${value}`) : value;
}

customElements.define("ibid-facets", Facets);
