import "../elements/ibid-articles.js";
import { make } from "../modules/dom.js";
import { equal, holds, staged, test, until } from "./harness.js";
import { article, serve } from "./samples.js";

const calm = {
  articles: 1, state: "ready", problem: null, progress: null, skipped: [], files_by_state: { pending: 0 }, admin: true,
};
const table = (index) =>
  ({ "GET /index": index, "GET /articles?limit=100&offset=0": { total: 1, articles: [article] } });

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

test("articles: who may not add articles sees no way to, who has a key is asked for it", async () => {
  const closed = await opened({ ...calm, admin: false, admin_key: false });
  equal(closed.querySelector("ibid-intake button"), null);
  const keyed = await opened({ ...calm, admin: false, admin_key: true });
  await until(() => keyed.querySelector(".ways button"));
  equal(keyed.querySelector(".ways button").textContent, "Add or remove articles");
  closed.open = keyed.open = false;
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
