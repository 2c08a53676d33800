import "../elements/ibid-intake.js";
import "../elements/ibid-remove.js";
import * as api from "../modules/api.js";
import { batches } from "../modules/batches.js";
import { make, place } from "../modules/dom.js";
import { equal, holds, staged, test, until } from "./harness.js";
import { article, hostile, serve } from "./samples.js";

const ready = { "GET /index": { articles: 1, state: "ready", admin: true, takes_files: true } };
const result = (file, outcome, more = {}) =>
  ({ file, outcome, state: outcome === "refused" ? null : "indexed", reason: null, ...more });
const sized = (name, size) => ({ name, size });

async function begun(table) {
  const calls = serve({ ...ready, ...table });
  await api.index();
  const intake = staged(make("ibid-intake"));
  await intake.look();
  return { intake, calls };
}

/** Files let fall on the page, beside the list; returns whether the browser would open them. */
function drop(...names) {
  const before = location.hash;
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(["x"], name));
  const opens = document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true, bubbles: true }));
  setTimeout(() => history.replaceState(null, "", before || location.pathname));
  return opens;
}

const lines = (intake) =>
  [...intake.querySelectorAll("li")].map((line) => line.firstChild.textContent + line.childNodes[2].textContent);
const said = (intake) => intake.querySelector("[role=status]").textContent;

test("intake: files dropped are sent, and what became of each is told", async () => {
  const files = [
    result("a.md", "added"),
    result("b.md", "added", { state: "pending" }),
    result(hostile, "refused", { reason: "no text" }),
  ];
  const { intake, calls } = await begun({ "POST /articles": { files } });
  drop("a.md", "b.md", "c.md");
  await until(() => said(intake) === "2 of 3 files added.");
  equal(calls.find(({ key }) => key === "POST /articles").body, ["a.md", "b.md", "c.md"]);
  equal(lines(intake), ["a.mdadded", "b.mdadded; it is still being read", `${hostile}was not added: no text`]);
});

test("intake: a file let fall anywhere is not opened by the browser, also where none may be added", async () => {
  const { intake, calls } = await begun({ "GET /index": { articles: 1, state: "ready", admin: false } });
  equal(drop("a.md"), false);
  await until(() => said(intake).startsWith("Whoever set up this server"));
  equal(calls.filter(({ key }) => key.startsWith("POST")), []);
});

test("intake: the line of a file that was still being read is told the end of it", async () => {
  const read = { files: [{ file: "b.md", state: "skipped", reason: "no text" }, { file: "b.mdx", state: "indexed" }] };
  const { intake } = await begun({
    "POST /articles": { files: [result("b.md", "added", { state: "pending" })] }, "GET /index/files?q=b.md": read,
  });
  drop("b.md");
  await until(() => said(intake) === "1 file added.");
  await intake.settle();
  equal(lines(intake), ["b.mdadded, but not read: no text"]);
});

test("intake: a name that is taken is replaced only when the reader says so", async () => {
  const refused = result("a.md", "refused", { reason: "there", replaceable: true });
  const taken = Response.json({ detail: "taken", files: [refused] }, { status: 409 });
  const { intake, calls } = await begun({
    "POST /articles": taken, "POST /articles?replace=true": { files: [result("a.md", "replaced")] },
  });
  drop("a.md");
  (await until(() => intake.querySelector("li button"))).click();
  await until(() => said(intake) === "1 file added.");
  equal([lines(intake), calls.at(-1).body], [["a.mdreplaced the one that was there"], ["a.md"]]);
});

test("intake: a failure of the whole is told of every file", async () => {
  const { intake } = await begun({ "POST /articles": 401 });
  drop("a.md", "b.md");
  await until(() => said(intake) === "0 of 2 files added.");
  equal(lines(intake), ["a.mdwas not added: Status 401.", "b.mdwas not added: Status 401."]);
});

test("intake: many files are sent a lot at a time", () => {
  equal(batches(Array.from({ length: 45 }, (_, at) => sized(`${at}`, 1))).map(({ length }) => length), [20, 20, 5]);
  const large = [sized("a", 60 << 20), sized("b", 60 << 20), sized("c", 300 << 20), sized("d", 1)];
  equal(batches(large).map((lot) => lot.map(({ name }) => name)), [["a"], ["b"], ["c"], ["d"]]);
  equal(batches([]), []);
});

test("remove: an article goes at once, and undoing asks the server to restore it", async () => {
  const calls = serve({
    ...ready, "DELETE /articles/pact": () => new Response(null, { status: 204 }),
    "POST /articles/pact/restore": () => new Response(null, { status: 204 }),
  });
  await api.index();
  const remove = staged(place("ibid-remove", { article }));
  let offered = null;
  remove.addEventListener("undoable", ({ detail }) => (offered = detail));
  const before = location.hash;
  (await until(() => remove.querySelector("button"))).click();
  await until(() => offered && location.hash === "#/articles");
  equal(calls.at(-1).key, "DELETE /articles/pact");
  equal(offered.text, "“The Pact” was removed.");
  await offered.undo();
  equal([calls.at(-1).key, location.hash], ["POST /articles/pact/restore", "#/a/pact"]);
  history.replaceState(null, "", before || location.pathname);
});
