import "../elements/ibid-conversations.js";
import { make } from "../modules/dom.js";
import { equal, staged, test, until } from "./harness.js";
import { serve } from "./samples.js";

const titled = (title, at) => ({ id: `c${at}`, title, updated: "2025-11-22T08:30:00Z" });
const shown = (list) => [...list.querySelectorAll("li")].filter(({ hidden }) => !hidden)
  .map((item) => item.querySelector(".title").textContent);

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
