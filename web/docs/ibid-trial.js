import { make } from "../modules/dom.js";
import { curl, pretty, request } from "./request.js";

const MAX_SHOWN = 200_000;   // characters; a browser sets more text slowly

/** <ibid-trial>: a form that sends an operation to this server and shows what comes back. Property `operation`. */
export class Trial extends HTMLElement {
  #operation;
  #form = make("form", { submit: (event) => this.#send(event) });
  #status = make("p", { class: "status", role: "status" });
  #command = make("pre", { class: "command", tabindex: "0", "aria-label": "The same as a command" });
  #result = make("pre", { class: "result", tabindex: "0", "aria-label": "The response" });

  set operation(operation) {
    this.#operation = operation;
    const { parameters, requestBody, method } = operation;
    this.#form.append(
      ...parameters.map((one) => field(`${operation.operationId}-${one.name}`, one)),
      ...this.#body(requestBody?.content ?? {}),
      make("p", {}, make("button", { class: method === "DELETE" ? "button" : "button strong" },
        method === "DELETE" ? "Remove it on this server" : "Send to this server")));
    this.replaceChildren(make("details", {}, make("summary", {}, "Try it"),
      this.#form, this.#status, this.#command, this.#result));
    this.#command.hidden = this.#result.hidden = true;
  }

  #body(content) {
    const id = `${this.#operation.operationId}-body`;
    if (content["multipart/form-data"]) {
      return [make("label", { for: id }, "Files"), make("input", { id, name: "file", type: "file", multiple: true })];
    }
    const examples = Object.entries(content["application/json"]?.examples ?? {});
    if (!examples.length) return [];
    const text = make("textarea", { id, name: "(body)", rows: 8, spellcheck: "false" });
    const choose = (at) => (text.value = JSON.stringify(examples[at][1].value, null, 2));
    choose(0);
    const buttons = examples.map(([name], at) =>
      make("button", { type: "button", class: "quiet", click: () => choose(at) }, name));
    return [make("label", { for: id }, "Body"), text,
      examples.length > 1 ? make("p", { class: "examples" }, "Examples: ", buttons) : ""];
  }

  async #send(event) {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(this.#form));
    const files = this.#form.querySelector("[type=file]") ? new FormData(this.#form) : null;
    const sent = request(this.#operation, values, files ?? values["(body)"]);
    this.#command.textContent = curl(sent);
    this.#result.textContent = "";
    this.#command.hidden = this.#result.hidden = false;
    this.#status.textContent = "Sending…";
    const start = performance.now();
    try {
      const response = await fetch(sent.url, sent);
      await this.#read(response);
      const type = response.headers.get("Content-Type") ?? "no body";
      this.#status.textContent = `${response.status}, ${type}, ${Math.round(performance.now() - start)} ms`;
    } catch (problem) {
      this.#status.textContent = `No response: ${problem.message}`;
    }
  }

  /** Shows a stream while it comes; JSON when it is whole. */
  async #read(response) {
    if (!response.body) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      text += value;
      this.#result.textContent = text.slice(0, MAX_SHOWN);
    }
    this.#result.textContent = pretty(text).slice(0, MAX_SHOWN);
  }
}

function field(id, { name, required, schema, example, description }) {
  const label = make("label", { for: id }, make("code", {}, name), required ? " (required)" : "");
  const options = schema.enum ?? (schema.type === "boolean" ? ["true", "false"] : null);
  const input = options
    ? make("select", { id, name }, make("option", { value: "" }, ""), options.map((one) => make("option", {}, one)))
    : make("input", { id, name, required, value: example, title: description });
  return make("p", { class: "field" }, label, input);
}

customElements.define("ibid-trial", Trial);
