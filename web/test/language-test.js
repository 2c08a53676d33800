import { LANGUAGES } from "../elements/ibid-language.js";
import { dateFormat, listed, number, say } from "../modules/language.js";
import { equal, holds, test } from "./harness.js";

const load = fetch.bind(globalThis);   // other tests put their own in its place
const texts = (code) => load(`/languages/${code}.json`).then((file) => file.json());

test("language: texts are filled, and numbers choose their form", () => {
  equal([say("n.articles", { n: 1 }), say("n.articles", { n: 1200 }), say("n.shown", { some: 5, n: 9 })],
    ["1 article", "1,200 articles", "5 of 9 articles"]);
  equal([say("talks.deleted", { title: "{n} <b> $1" })], ["“{n} <b> $1” was deleted."]);
  equal([number(0.25), listed(["a", "b", "c"]), dateFormat({ month: "long" }).format(new Date("2024-10-12"))],
    ["0.25", "a, b and c", "October"]);
});

test("language: a text that is not there is a mistake of ours, and thrown", () => {
  try {
    say("no such text");
  } catch (problem) {
    return holds(problem.message.includes("no such text"), problem.message);
  }
  throw new Error("nothing was thrown");
});

test("language: every language has the form for every count, and writes numbers and dates as its own", async () => {
  for (const code of Object.keys(LANGUAGES)) {
    const { locale, ...all } = await texts(code);
    equal([Intl.PluralRules.supportedLocalesOf([locale]), locale.split("-")[0]], [[locale], code]);
    const rules = new Intl.PluralRules(locale);
    const needed = new Set(Array.from({ length: 202 }, (_, n) => rules.select(n)));
    for (const [key, text] of Object.entries(all)) {
      if (typeof text === "string") continue;
      for (const form of needed) holds(text[form] ?? (form === "other" && text.other), `${code} ${key} ${form}`);
    }
  }
});

test("language: Russian counts by three forms", async () => {
  const { "n.articles": forms } = await texts("ru");
  const rules = new Intl.PluralRules("ru");
  equal([1, 3, 11, 21, 22, 25].map((n) => forms[rules.select(n)].replace("{n}", n)),
    ["1 статья", "3 статьи", "11 статей", "21 статья", "22 статьи", "25 статей"]);
});
