import "../elements/ibid-reader.js";
import { place } from "../modules/dom.js";
import { equal, holds, staged, test, until } from "./harness.js";
import { article, footnote, serve, text } from "./samples.js";

const meta = { ...article, date_basis: "stated", words: 12, file: "pact.md" };
const spot = (more = {}) => ({ article: "pact", start: 9, end: 26, excerpt: null, footnote: footnote(2), ...more });

async function opened(table, where) {
  serve(table);
  const reader = staged(place("ibid-reader", {}));
  reader.spot = where;
  await until(() => reader.querySelector("h2"));
  return reader;
}

const whole = { "GET /articles/pact": meta, "GET /articles/pact/text": text };
const marked = (reader) => reader.querySelector("mark")?.textContent ?? null;
const notice = (reader) => reader.querySelector(".notice")?.textContent ?? null;

test("reader: a footnote opens its article at the quoted words", async () => {
  const reader = await opened(whole, spot());
  equal([marked(reader), notice(reader), reader.querySelector(".label").textContent],
    ["The pact is dead.", null, "Footnote 2 · Quoted"]);
});

test("reader: words that have moved are found, and it says so", async () => {
  const blocks = [{ kind: "paragraph", start: 0, end: 69 }];
  const moved = { ...text, text: `Corrected. ${text.text}`, blocks, notes: [] };
  const reader = await opened({ ...whole, "GET /articles/pact/text": moved }, spot());
  equal(marked(reader), "The pact is dead.");
  holds(/changed since .* elsewhere/.test(notice(reader)), notice(reader));
});

test("reader: words that are gone are not marked, and the stored quote is shown", async () => {
  const changed = { ...text, text: text.text.replace("dead", "well") };
  const reader = await opened({ ...whole, "GET /articles/pact/text": changed }, spot());
  equal(marked(reader), null);
  holds(/no longer in it.*The pact is dead\./.test(notice(reader)), notice(reader));
});

test("reader: a removed article says so, and the stored quote is shown", async () => {
  const reader = await opened({}, spot());
  equal(reader.querySelector("h2").textContent, "The Pact");
  holds(/removed from the collection.*The pact is dead\./.test(notice(reader)), notice(reader));
});

test("reader: a failure is not a removal, and can be tried again", async () => {
  const reader = await opened({ "GET /articles/pact": 500, "GET /articles/pact/text": 500 }, spot());
  holds(/Status 500/.test(reader.querySelector("ibid-problem").textContent), "the problem");
  serve(whole);
  reader.querySelector("ibid-problem button").click();
  await until(() => marked(reader));
});

test("reader: a nearest passage is marked as what it is", async () => {
  const reader = await opened(whole, spot({ footnote: null, start: 27, end: 40, excerpt: "Then he left." }));
  equal([reader.dataset.kind, marked(reader)], ["nearest", "Then he left."]);
});

test("reader: a bare address marks the words it names", async () => {
  equal(marked(await opened(whole, spot({ footnote: null, start: 27, end: 31 }))), "Then");
});

test("reader: corrections, copies and how things are known are shown under the title", async () => {
  const details = {
    ...meta, subtitle: "A short life", modified: "2025-02-02", copy_of: "wire", known_from: { title: "front matter" },
    notices: [{ kind: "correction", text: "The year was wrong." }], copies: [{ id: "wire", title: "The wire story" }],
  };
  const reader = await opened({ ...whole, "GET /articles/pact": details }, spot());
  const header = reader.textContent;
  const wanted = [
    "A short life", "Corrected. The year was wrong.", "repeats an earlier one", "The wire story (the earliest)",
    "front matter",
  ];
  for (const words of wanted) holds(header.includes(words), words);
});

test("reader: badges say what is to be known of an article before it is believed", async () => {
  const by = { article: "notice", published: "2024-10-15", note: "About 700." };
  const known = { ...meta, corrected_by: by, copy_of: "wire", topics: ["essay"] };
  const old = { ...footnote(2), superseded_by: { footnote: 1, why: "newer", value: "7,000" } };
  const reader = await opened({ ...whole, "GET /articles/pact": known }, spot({ footnote: old }));
  await until(() => reader.querySelector(".badge"));
  equal([...reader.querySelectorAll(".badge")].map(({ textContent }) => textContent),
    ["Corrected 15 October 2024", "newer in footnote 1", "Copy of an earlier article", "Opinion"]);
});

test("reader: what removes an article is not in the way of who reads a footnote", async () => {
  const reader = await opened({ ...whole, "GET /index": { admin: true, takes_files: true } }, spot());
  equal(reader.querySelector("ibid-remove"), null);
  reader.spot = spot({ footnote: null, start: null, end: null });
  await until(() => reader.querySelector("ibid-remove"));
});
