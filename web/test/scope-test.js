import "../elements/ibid-scope.js";
import { make } from "../modules/dom.js";
import { equal, inSight, staged, test, until } from "./harness.js";
import { serve } from "./samples.js";

test("scope: what is chosen is sent with the question, told in words and kept", () => {
  const scope = staged(make("ibid-scope"));
  equal(scope.filters, null);
  scope.only({ id: "pact", title: "The Pact" });
  equal(scope.filters, { articles: ["pact"] });
  equal(scope.querySelector("button").textContent, "Asking only: “The Pact”");
  const again = staged(make("ibid-scope"));
  equal(again.filters, { articles: ["pact"] });
  again.querySelector("[aria-label='Ask all articles again']").click();
  equal([again.filters, staged(make("ibid-scope")).filters], [null, null]);
});

test("scope: outlets, topics and languages are chosen from what the articles have in common", async () => {
  const facets = {
    publisher: [{ value: "Wire", articles: 2 }, { value: null, articles: 1 }],
    topic: [{ value: "Ports", articles: 2 }, { value: "Trams", articles: 1 }],
    language: [{ value: "en", articles: 2 }, { value: "de", articles: 1 }],
  };
  serve(new Proxy({}, { get: () => ({ total: 3, articles: [], facets }) }));
  const scope = staged(make("ibid-scope"));
  scope.querySelector("button").click();
  for (const name of ["topic Ports", "language de", "publisher "]) {
    (await until(() => scope.querySelector(`[name="${name}"]:not(:checked)`))).click();
    await until(() => scope.querySelector(`[name="${name}"]:checked`));
  }
  equal(scope.filters, { publishers: [""], topics: ["Ports"], languages: ["de"] });
  equal(scope.querySelector("button").textContent, "Asking only: None given · Ports · German");
  equal([...scope.querySelectorAll("legend")].map((legend) => legend.textContent).slice(-3),
    ["Outlet", "Topic", "Language"]);
  scope.querySelector("[aria-label='Ask all articles again']").click();
  equal(scope.filters, null);
});

test("scope: who goes on to the question while the counts come keeps the focus there", inSight(async () => {
  const facets = { topic: [{ value: "Ports", articles: 2 }, { value: "Trams", articles: 1 }] };
  serve(new Proxy({}, { get: () => ({ total: 2, articles: [], facets }) }));
  const scope = staged(make("ibid-scope"), make("textarea"));
  const field = document.querySelector("#stage textarea");
  scope.querySelector("button").click();
  const box = await until(() => scope.querySelector('[name="topic Ports"]'));
  box.focus();
  box.click();
  field.focus();
  await until(() => scope.querySelector('[name="topic Ports"]:checked') !== box);
  equal(document.activeElement === field, true);
  scope.querySelector("[aria-label='Ask all articles again']").click();
}));
