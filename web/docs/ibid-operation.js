import { make, place } from "../modules/dom.js";
import { describe, limits, parts } from "./specification.js";
import "./ibid-schema.js";
import "./ibid-trial.js";

/** <ibid-operation>: one operation with its parameters, bodies and responses. Property `shown`. */
export class Operation extends HTMLElement {
  set shown({ operation, specification }) {
    const { method, path, summary, description, parameters, requestBody, responses } = operation;
    this.replaceChildren(
      make("h3", {}, make("span", { class: "method", "data-method": method }, method), " ", make("code", {}, path)),
      make("p", { class: "summary" }, summary),
      description ? make("p", {}, description) : "",
      parameters.length ? table("Parameters", parameters.map((one) => parameter(one, specification))) : "",
      ...bodies("Body", requestBody?.content, specification),
      make("h4", {}, "Responses"),
      make("dl", {}, responses.flatMap(([status, response]) => [
        make("dt", {}, status),
        make("dd", {}, response.description, ...bodies("", response.content, specification)),
      ])),
      place("ibid-trial", { operation }));
  }
}

const table = (caption, rows) => make("table", {}, make("caption", {}, caption), make("tbody", {}, rows));

function parameter({ name, in: where, required, description, schema }, specification) {
  const followed = specification.follow(schema);
  return make("tr", {},
    make("th", { scope: "row" }, make("code", {}, name)),
    make("td", {}, `${where}${required ? ", required" : ""}`),
    make("td", {}, [describe(followed), limits(followed), description].filter(Boolean).join("; ")));
}

function bodies(title, content, specification) {
  const all = Object.entries(content ?? {});
  return [title && all.length ? make("h4", {}, title) : "", ...all.flatMap(([type, media]) => [
    make("p", { class: "type" }, make("code", {}, type), ` ${describe(media.schema)}`),
    ...parts(media.schema, specification).map(([name, schema]) =>
      place("ibid-schema", { shown: { name, schema, specification } })),
    ...Object.entries(media["x-events"] ?? {}).flatMap(([event, schema]) =>
      parts(schema, specification).map(([, found]) =>
        place("ibid-schema", { shown: { name: `event ${event}`, schema: found, specification } }))),
  ])];
}

customElements.define("ibid-operation", Operation);
