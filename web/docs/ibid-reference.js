import { make, place } from "../modules/dom.js";
import { Specification } from "./specification.js";
import "./ibid-operation.js";

/** <ibid-reference>: every operation of the server, by groups, with a list of them to jump from. */
export class Reference extends HTMLElement {
  async connectedCallback() {
    try {
      this.#show(await Specification.load());
    } catch (problem) {
      this.replaceChildren(make("p", { role: "alert" }, `The specification cannot be read. ${problem.message}`));
    }
  }

  #show(specification) {
    const { groups, info } = specification;
    this.replaceChildren(
      make("nav", { "aria-label": "Operations" }, groups.flatMap(contents)),
      make("main", {},
        make("p", {}, info.description),
        make("p", {}, "The whole specification: ", make("a", { href: "/openapi.json" }, "/openapi.json"),
          `, OpenAPI 3.1. Each operation below can be tried on this server.`),
        groups.map((group) => section(group, specification))));
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }
}

const contents = ({ name, operations }) => [
  make("h2", { class: "label" }, name),
  make("ul", { role: "list" }, operations.map(({ operationId, method, path }) =>
    make("li", {}, make("a", { href: `#${operationId}` },
      make("span", { class: "method", "data-method": method }, method), " ", path)))),
];

const section = ({ name, description, operations }, specification) => make("section", {},
  make("h2", {}, name), make("p", {}, description),
  operations.map((operation) =>
    place("ibid-operation", { id: operation.operationId, shown: { operation, specification } })));

customElements.define("ibid-reference", Reference);
