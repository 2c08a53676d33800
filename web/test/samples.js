/** Sample responses of the server: small, complete, and the same in every test. */

export const article = {
  id: "pact", title: "The Pact", publisher: "Ibid Asia Desk", author: null, published: "2024-10-12",
  url: "https://example.org/pact",
};

export const footnote = (number = 1, label = "full") => ({
  number, article, passage_id: "pact#1",
  quote: { exact: "The pact is dead.", prefix: "He said: ", suffix: " Then", start: 9, end: 26 },
  support: {
    label, contradicted: false, score: 0.9, reason: "these are the article's own words",
    checks: { quote: true, numbers: true, names: true, dates: true, negation: label === "full" },
  },
  notes: [{ label: "3", text: "Press conference, 11 October 2024.", url: null }],
});

export const sentence = (text, footnotes = [1], support = "full", more = {}) =>
  ({ text, start: 0, end: text.length, footnotes, support, label: null, answer: null, ...more });

export const answer = (more = {}) => ({
  id: "a1", conversation_id: "c1", created: "2025-11-22T08:30:00Z",
  question: "What of the pact?", query: "What of the pact?", outcome: "answered",
  text: "The pact is dead. [1]", sentences: [sentence("The pact is dead.")], missing: null, nearest: [],
  footnotes: [footnote()], disagreements: [], suggestions: [],
  writer: { model: "extractive", prompt: null }, index: "g1", timings_ms: { total: 412 }, usage: {}, feedback: null,
  ...more,
});

export const text = {
  id: "pact", hash: "h", text: "He said: The pact is dead. Then he left.\n\nNobody 😀 stayed.",
  blocks: [{ kind: "paragraph", start: 0, end: 40 }, { kind: "paragraph", start: 42, end: 58 }],
  sentences: [{ start: 0, end: 26 }, { start: 27, end: 40 }, { start: 42, end: 58 }],
  notes: [
    { label: "1", text: "Minutes.", url: "https://example.org/minutes", anchors: [26] },
    { label: "2", text: "Door list.", url: "javascript:alert(1)", anchors: [58] },
  ],
  removed: ["Subscribe now"],
};

export const hostile =
  "<img src=x onerror=\"document.documentElement.dataset.hostile = 'ran'\"><script>alert(1)</script>";

/** A body that arrives in the given pieces, and then ends or breaks. */
export function streamed(pieces, breaks = false) {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  return new Response(new ReadableStream({
    async pull(controller) {
      if (bytes.length) return controller.enqueue(bytes.shift());
      await new Promise((resolve) => setTimeout(resolve, 5));   // an error would overtake what is not read yet
      if (breaks) controller.error(new TypeError("connection reset"));
      else controller.close();
    },
  }));
}

/** A body that begins and never continues. */
export const endless = (piece) => new Response(new ReadableStream({
  start: (stream) => stream.enqueue(new TextEncoder().encode(piece)),
}));

export const event = (id, name, data) => `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Answers `fetch` from a table of "METHOD path" until the next call: a function, an object, or a status. */
export function serve(table) {
  const calls = [];
  localStorage.removeItem("ibid.kept");   // from the test before
  globalThis.fetch = async (path, { method = "GET", body } = {}) => {
    const key = `${method} ${path.replace("/api/v1", "")}`;
    const sent = body instanceof FormData ? body.getAll("file").map(({ name }) => name) : body && JSON.parse(body);
    calls.push(body ? { key, body: sent } : { key });
    const found = typeof table[key] === "function" ? table[key]() : table[key] ?? 404;
    if (found instanceof Response) return found;
    const failed = typeof found === "number";
    return failed ? Response.json({ detail: `Status ${found}.` }, { status: found }) : Response.json(found);
  };
  return calls;
}
