import { say } from "./language.js";
import { Problem } from "./problem.js";

/** Parses server-sent events from text that arrives in arbitrary pieces. */
export class Parser {
  #rest = "";
  #event = fresh();

  /** The events that this piece completes, each `{id, name, data}` with `data` parsed from JSON. */
  feed(piece) {
    const text = this.#rest + piece;
    // A final CR may be the first half of a CRLF.
    const lines = text.slice(0, text.endsWith("\r") ? -1 : undefined).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() + (text.endsWith("\r") ? "\r" : "");
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line) {
    if (line === "") {
      const { id, name, data } = this.#event;
      this.#event = fresh();
      return data.length ? [{ id, name, data: JSON.parse(data.join("\n")) }] : [];
    }
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
    if (field === "id") this.#event.id = value;
    if (field === "event") this.#event.name = value;
    if (field === "data") this.#event.data.push(value);
    return [];
  }
}

const fresh = () => ({ id: null, name: "message", data: [] });

/** The events of a response body. Ends with the body; throws if it breaks or is silent for too long. */
export async function* events(response, silence) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const parser = new Parser();
  try {
    for (;;) {
      const { done, value } = await within(silence, reader.read());
      if (done) return;
      yield* parser.feed(value);
    }
  } finally {
    reader.cancel().catch(() => {});   // it may be broken already
  }
}

async function within(limit, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Problem({ detail: say("problem.silent") })), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
