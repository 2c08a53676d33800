import { make, place } from "../modules/dom.js";
import { describe, limits, parts } from "./specification.js";

/** <ibid-schema>: the fields of an object, opened on demand; the objects in them too. Property `shown`. */
export class Schema extends HTMLElement {
  set shown({ name, schema, specification }) {
    const details = make("details", { toggle: () => this.#open(details, schema, specification) },
      make("summary", {}, name));
    this.replaceChildren(details);
  }

  #open(details, schema, specification) {
    if (!details.open || details.childElementCount > 1) return;
    if (schema.description) details.append(make("p", {}, schema.description));
    const fields = Object.entries(schema.properties ?? { "(any name)": schema.additionalProperties });
    details.append(make("table", {}, make("tbody", {},
      fields.map(([name, field]) => row(name, field, schema.required?.includes(name), specification)))));
  }
}

function row(name, field, required, specification) {
  const followed = specification.follow(field);
  const words = [describe(field), limits(followed), required ? "" : "may be left out", field.description];
  return make("tr", {},
    make("th", { scope: "row" }, make("code", {}, name)),
    make("td", {}, words.filter(Boolean).join("; "),
      parts(field, specification).map(([inner, schema]) =>
        place("ibid-schema", { shown: { name: inner, schema, specification } }))));
}

customElements.define("ibid-schema", Schema);
