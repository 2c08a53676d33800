import { format, parse } from "../modules/route.js";
import { equal, test } from "./harness.js";

const NOWHERE = { conversation: null, articles: false, stats: false, article: null, start: null, end: null };

const routes = {
  "#/": {},
  "#/c/c1": { conversation: "c1" },
  "#/articles": { articles: true },
  "#/c/c1/articles": { conversation: "c1", articles: true },
  "#/stats": { stats: true },
  "#/c/c1/stats": { conversation: "c1", stats: true },
  "#/a/a1": { article: "a1" },
  "#/c/c1/a/2024%2Fnotes%20x/4-19": { conversation: "c1", article: "2024/notes x", start: 4, end: 19 },
};

for (const [hash, route] of Object.entries(routes)) {
  test(`route: ${hash} is read and written back`, () => {
    equal(parse(hash), { ...NOWHERE, ...route });
    equal(format(route), hash);
  });
}

test("route: no address is the start page", () => equal(parse("").conversation, null));
test("route: an address that is not ours is none", () => equal([parse("#question"), parse("#/x/y")], [null, null]));
