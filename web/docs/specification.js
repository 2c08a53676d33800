/** The OpenAPI document of this server, with its references followed. */

const METHODS = ["get", "post", "put", "patch", "delete"];
const MAX_DEPTH = 6;   // of an example made from a schema; schemas do not nest deeper

export class Specification {
  #document;

  constructor(document) {
    this.#document = document;
  }

  static async load() {
    const response = await fetch("/openapi.json");
    if (!response.ok) throw new Error(`The server answered with status ${response.status}.`);
    return new Specification(await response.json());
  }

  get info() {
    return this.#document.info;
  }

  /** The object itself, or what its `$ref` names; fields beside the reference are kept. */
  follow(node) {
    if (!node?.$ref) return node;
    const { $ref, ...beside } = node;
    const found = $ref.slice(2).split("/").reduce((here, step) => here[step], this.#document);
    return { ...this.follow(found), ...beside };
  }

  /** The tags, each with its `operations`. */
  get groups() {
    const operations = Object.entries(this.#document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => this.#operation(path, method, item)));
    return this.#document.tags.map((tag) =>
      ({ ...tag, operations: operations.filter(({ tags }) => tags.includes(tag.name)) }));
  }

  #operation(path, method, item) {
    const operation = item[method];
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => this.follow(one));
    const responses = Object.entries(operation.responses).map(([status, one]) => [status, this.follow(one)]);
    return { ...operation, path, method: method.toUpperCase(), parameters, responses };
  }
}

/** A schema in words: "text", "list of Sentence", "one of full, partial, none". */
export function describe(schema) {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").at(-1);
  if (schema.const !== undefined) return `always ${schema.const}`;
  if (schema.enum) return `one of ${schema.enum.map(String).join(", ")}`;
  if (schema.oneOf) return schema.oneOf.map(describe).filter(Boolean).join(" or ");
  const word = (type) => (type === "array" ? `list of ${describe(schema.items)}` : WORDS[type] ?? type);
  return [schema.type ?? "anything"].flat().map(word).join(" or ");
}

const WORDS = { string: "text", integer: "whole number", boolean: "true or false" };

/** The limits of a value in words. */
export function limits({ format, minimum, maximum, minLength, maxLength, maxItems, default: usual }) {
  return [
    format, minimum !== undefined && `from ${minimum}`, maximum !== undefined && `to ${maximum}`,
    minLength && `at least ${minLength} sign`, maxLength && `at most ${maxLength} signs`,
    maxItems && `at most ${maxItems} items`, usual !== undefined && `usually ${usual}`,
  ].filter(Boolean).join(", ");
}

/** The object schemas in a schema, by the words that name them. */
export function parts(schema, specification, depth = 0) {
  if (!schema || depth > MAX_DEPTH) return [];
  const found = specification.follow(schema);
  if (found.properties || typeof found.additionalProperties === "object") return [[describe(schema), found]];
  const inside = [found.items, ...(found.oneOf ?? [])].filter(Boolean);
  return inside.flatMap((one) => parts(one, specification, depth + 1));
}
