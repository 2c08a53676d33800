import "../elements/ibid-conversations.js";
import { make } from "../modules/dom.js";
import { equal, staged, test, until } from "./harness.js";
import { serve } from "./samples.js";

const titled = (title, at) => ({ id: `c${at}`, title, updated: "2025-11-22T08:30:00Z" });
const shown = (list) => [...list.querySelectorAll("li")].filter(({ hidden }) => !hidden)
  .map((item) => item.querySelector(".title").textContent);

/** What is hidden takes no focus. */
const inSight = (body) => async () => {
  const stage = document.querySelector("#stage");
  stage.hidden = false;
  await body().finally(() => { stage.hidden = true; });
};
const listed = async (more = {}, table = {}) => {
  const calls = serve({
    "GET /conversations": { conversations: [{ ...titled("The pact", 0), ...more }, titled("The fleet", 1)] },
    "PATCH /conversations/c0": () => new Response(null, { status: 204 }), ...table,
  });
  const list = staged(make("ibid-conversations"));
  await until(() => list.querySelector("li"));
  return { list, changes: () => calls.filter(({ key }) => key.startsWith("PATCH")) };
};
const tool = (list, name) => list.querySelector(`[data-tool=${name}]`);
const press = (field, key, more) => field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...more }));

test("conversations: many are found by words of their titles, few have no search", async () => {
  const titles = ["The pact", "The fleet", "The pact of two", "Ishiba", "NATO", "Quad"];
  serve({ "GET /conversations": { conversations: titles.map(titled) } });
  const list = staged(make("ibid-conversations"));
  const box = list.querySelector("input");
  await until(() => !box.hidden);
  box.value = "pact the";
  box.dispatchEvent(new Event("input"));
  equal(shown(list), ["The pact", "The pact of two"]);
  serve({ "GET /conversations": { conversations: titles.slice(0, 2).map(titled) } });
  await list.refresh();
  equal([box.hidden, shown(list)], [true, ["The pact", "The fleet"]]);
});

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
  await until(() => shown(list).join() === "Große Straße");
  equal(list.querySelector("& > button").hidden, true);
  type("zz");
  await until(() => list.querySelector(".none"));
  equal([list.querySelector(".none").textContent, box.hidden], ["No title has these words.", false]);
  type("");
  await until(() => shown(list).length === 200);
});

test("conversations: Enter saves a new title, with the field in place of the link", inSight(async () => {
  const { list, changes } = await listed();
  tool(list, "edit").click();
  const field = list.querySelector("li input");
  await until(() => document.activeElement === field);
  equal([field.value, list.querySelectorAll("li a").length], ["The pact", 1]);
  field.value = "  Tokyo’s pact ";
  press(field, "Enter", { isComposing: true });
  equal(changes(), []);
  press(field, "Enter");
  await until(() => document.activeElement === tool(list, "edit"));
  equal(changes(), [{ key: "PATCH /conversations/c0", body: { title: "Tokyo’s pact" } }]);
  equal(shown(list), ["The pact", "The fleet"]);
}));

test("conversations: Escape, an empty title and the same one change nothing", inSight(async () => {
  for (const [value, key] of [["Other", "Escape"], ["  ", "Enter"], ["The pact", "Enter"]]) {
    const { list, changes } = await listed();
    let heard = 0;
    list.addEventListener("keydown", () => heard++);
    tool(list, "edit").click();
    const field = list.querySelector("li input");
    field.value = value;
    press(field, key);
    await until(() => document.activeElement === tool(list, "edit"));
    equal([changes(), shown(list), heard], [[], ["The pact", "The fleet"], 0]);
  }
}));

test("conversations: a title being typed outlives a refresh and a refusal", async () => {
  const { list } = await listed({}, { "PATCH /conversations/c0": 503 });
  tool(list, "edit").click();
  const field = list.querySelector("li input");
  field.value = "Half a ti";
  await list.refresh();
  equal(list.querySelector("li input") === field, true);
  press(field, "Enter");
  await until(() => list.querySelector("ibid-problem"));
  equal([field.isConnected, field.value], [true, "Half a ti"]);
});

test("conversations: a pin says whether it is pressed and turns", inSight(async () => {
  for (const [pinned, pressed] of [[false, "false"], [true, "true"]]) {
    const { list, changes } = await listed({ pinned });
    equal(tool(list, "pin").getAttribute("aria-pressed"), pressed);
    tool(list, "pin").click();
    await until(() => document.activeElement === tool(list, "pin"));
    equal(changes(), [{ key: "PATCH /conversations/c0", body: { pinned: !pinned } }]);
  }
}));

test("conversations: a second title being typed leaves the first row whole, and the search does not trip", async () => {
  const { list } = await listed();
  for (const button of list.querySelectorAll("[data-tool=edit]")) button.click();
  const [first, second] = list.querySelectorAll("li input");
  press(first, "Escape");
  list.querySelector("input[type=search]").dispatchEvent(new Event("input"));
  equal([list.querySelectorAll("li .title").length, second.isConnected], [1, true]);
  press(second, "Escape");
  await until(() => list.querySelectorAll("li .title").length === 2);
});
