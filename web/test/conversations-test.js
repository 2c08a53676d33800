import "../elements/ibid-conversations.js";
import { make } from "../modules/dom.js";
import { equal, inSight, staged, test, until } from "./harness.js";
import { serve } from "./samples.js";

const titled = (title, at) => ({ id: `c${at}`, title, updated: "2025-11-22T08:30:00Z" });
const shown = (list) => [...list.querySelectorAll("li")].filter(({ hidden }) => !hidden)
  .map((item) => item.querySelector(".title").textContent);

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
