import "../elements/ibid-conversations.js";
import { make } from "../modules/dom.js";
import { equal, inSight, staged, test, until } from "./harness.js";
import { serve } from "./samples.js";

const titled = (title, at) => ({ id: `c${at}`, title, updated: "2025-11-22T08:30:00Z" });
const many = (from, to) => Array.from({ length: to - from }, (_, at) => titled(`The pact ${from + at}`, from + at));

test("conversations: those that follow come at the button, which leaves when all are there", inSight(async () => {
  serve({
    "GET /conversations": { conversations: many(0, 200), more: true },
    "GET /conversations?limit=400": { conversations: many(0, 230), more: false },
  });
  const list = staged(make("ibid-conversations"));
  const more = list.querySelector("& > button");
  await until(() => !more.hidden);
  more.click();
  await until(() => list.querySelectorAll("li").length === 230);
  await until(() => document.activeElement.dataset.id === "c200");
  equal(more.hidden, true);
}));

test("conversations: a list of more than a thousand is read in several requests", async () => {
  const calls = serve({
    "GET /conversations": { conversations: many(0, 200), more: true },
    "GET /conversations?limit=400": { conversations: many(0, 400), more: true },
    "GET /conversations?limit=600": { conversations: many(0, 600), more: true },
    "GET /conversations?limit=800": { conversations: many(0, 800), more: true },
    "GET /conversations?limit=1000": { conversations: many(0, 1000), more: true },
    "GET /conversations?offset=1000": { conversations: many(1000, 1003), more: false },
  });
  const list = staged(make("ibid-conversations"));
  for (const length of [200, 400, 600, 800, 1000]) {
    await until(() => list.querySelectorAll("li").length === length);
    list.querySelector("& > button").click();
  }
  await until(() => list.querySelectorAll("li").length === 1003);
  equal(calls.at(-1).key, "GET /conversations?offset=1000");
});

test("conversations: words are looked for in all of them, also in those that are not in the page", async () => {
  serve({
    "GET /conversations": { conversations: many(0, 200), more: true },
    "GET /conversations?q=STRASSE": { conversations: [titled("Große Straße", 999)], more: false },
    "GET /conversations?q=zz": { conversations: [], more: false },
  });
  const list = staged(make("ibid-conversations"));
  const box = list.querySelector("input");
  await until(() => !box.hidden);
  const type = (words) => [box.value = words, box.dispatchEvent(new Event("input"))];
  type("STRASSE");
  await until(() => list.querySelector("li").textContent.startsWith("Große Straße"));
  equal(list.querySelector("& > button").hidden, true);
  type("zz");
  await until(() => list.querySelector(".none"));
  equal([list.querySelector(".none").textContent, box.hidden], ["No title has these words.", false]);
  type("");
  await until(() => list.querySelectorAll("li").length === 200);
});
