import "../elements/ibid-articles.js";
import "../elements/ibid-facets.js";
import "../elements/ibid-overview.js";
import { make } from "../modules/dom.js";
import { equal, holds, staged, test, until } from "./harness.js";
import { article, serve } from "./samples.js";

const calm = {
  articles: 1, state: "ready", problem: null, progress: null, skipped: [], files_by_state: { pending: 0 }, admin: true,
  takes_files: true,
};
const table = (index) =>
  ({ "GET /index": index, "GET /articles?limit=100&sort=newest&offset=0": { total: 1, articles: [article] } });

async function opened(index) {
  serve(table(index));
  const list = staged(make("ibid-articles"));
  list.open = true;
  await until(() => list.querySelector("li cite"));
  return list;
}

test("articles: files that were skipped are listed with their reasons", async () => {
  const list = await opened({ ...calm, skipped: [{ file: "a.pdf", reason: "the file is broken" }] });
  equal(list.querySelector("details li").textContent, "a.pdf: the file is broken");
  list.open = false;
});

test("articles: words are looked for in the articles' text, and passages near them are shown", async () => {
  const found = { total: 1, articles: [{ ...article, copy_of: "wire" }] };
  const passage = { article, text: "The pact is dead.", start: 9, end: 26 };
  const calls = serve({
    ...table(calm),
    "GET /articles?limit=100&q=dead&sort=newest&offset=0": found,
    "GET /search?q=dead&limit=5": { passages: [passage] },
  });
  const list = staged(make("ibid-articles"));
  list.open = true;
  const box = list.querySelector("#filter");
  await until(() => list.querySelector("li cite"));
  box.value = "dead";
  box.dispatchEvent(new Event("input"));
  await until(() => list.querySelector("ibid-passages a"));
  equal(list.querySelector("ibid-passages a").hash, "#/a/pact/9-26");
  equal(list.querySelector("li .badge").textContent, "Copy of an earlier article");
  holds(calls.some(({ key }) => key.includes("q=dead")), "the search");
  list.open = false;
});

test("articles: a bar of the plot and a box narrow the list by month and outlet", async () => {
  const facets = {
    month: [{ value: "2024-10", articles: 2 }, { value: "2024-12", articles: 1 }],
    publisher: [{ value: "Wire", articles: 2 }, { value: "Desk", articles: 1 }],
  };
  const narrowed = staged(make("ibid-facets"));
  narrowed.counts = facets;
  const bars = await until(() => narrowed.querySelector(".plot") && [...narrowed.querySelectorAll(".plot button")]);
  equal(bars.map((bar) => bar.getAttribute("aria-label")),
    ["October 2024: 2 articles", "November 2024: 0 articles", "December 2024: 1 article"]);
  bars[0].dispatchEvent(new PointerEvent("pointerdown"));
  bars[1].dispatchEvent(new PointerEvent("pointerup"));
  narrowed.querySelector("[name='publisher Wire']").click();
  equal(narrowed.chosen, { publishers: ["Wire"], published_from: "2024-10-01", published_to: "2024-11-30" });
});

test("articles: who may not add articles sees no way to, who has a key is asked for it", async () => {
  const closed = await opened({ ...calm, admin: false, admin_key: false });
  equal(closed.querySelector("ibid-intake button"), null);
  const elsewhere = await opened({ ...calm, takes_files: false });   // a server without a folder
  equal(elsewhere.querySelector("ibid-intake button"), null);
  const keyed = await opened({ ...calm, admin: false, admin_key: true });
  await until(() => keyed.querySelector(".ways button"));
  equal(keyed.querySelector(".ways button").textContent, "Add or remove articles");
  closed.open = elsewhere.open = keyed.open = false;
});

test("articles: an update under way tells its pace, and its end fills the list", async () => {
  const progress = { done: 10, total: 40, file: "a.md", files_per_second: 3.14, eta_seconds: 10 };
  const list = await opened({ ...calm, state: "updating", progress });
  const label = await until(() => list.querySelector("ibid-progress label"));
  equal(label.textContent, "Reading the articles: 10 files of 40, 3.1 files/s, about 10 s left");
  const calls = serve(table(calm));
  await until(() => !list.querySelector("ibid-progress label"));
  await until(() => calls.some(({ key }) => key.startsWith("GET /articles")));
  list.open = false;
  holds(!list.querySelector("ibid-progress progress"), "the bar is gone");
});

test("overview: what the collection holds is told, and a name becomes a question", async () => {
  serve({ "GET /collection": {
    articles: 2, span: { from: "2024-09-30", to: "2025-11-18" }, newest: [article],
    outlets: [{ value: "Wire", articles: 2 }],
    people: [{ value: "Ann Lee", articles: 2 }], places: [],
    corrections: [{ article, note: "The figure was wrong.", at: { start: 3, end: 9 } }],
    disagreements: [{ values: [
      { value: "700", articles: ["pact"], words: "It has 700.", at: { start: 3, end: 9 }, withdrawn: false },
      { value: "7,000", articles: ["pact", "b"], words: "It has 7,000.", at: { start: 1, end: 2 }, withdrawn: true },
    ] }],
  } });
  const overview = staged(make("ibid-overview"));
  const asked = new Promise((resolve) => overview.addEventListener("revise", ({ detail }) => resolve(detail.text)));
  overview.generation = "g1";
  await until(() => overview.querySelector(".names button"));
  equal(overview.querySelector(".span").textContent, "30 September 2024 to 18 November 2025, from Wire (2)");
  const values = [...overview.querySelectorAll(".values li")];
  equal(values.map(({ textContent }) => textContent),
    ["7001 articleIt has 700.", "7,000withdrawn, 2 articlesIt has 7,000."]);
  equal([values[1].querySelector("s").textContent, values[1].querySelector("a").hash], ["7,000", "#/a/pact/1-2"]);
  overview.querySelector(".names button").click();
  equal(await asked, "Who is Ann Lee?");
});
