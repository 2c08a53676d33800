import { length, occurrences, slice } from "../modules/codepoints.js";
import { equal, test } from "./harness.js";

test("code points: a letter beyond the first plane counts once", () => {
  equal([length("a😀𝔸"), slice("a😀𝔸b", 1, 3)], [3, "😀𝔸"]);
});

test("code points: every occurrence is found, by code points, also where they overlap", () => {
  equal(occurrences("😀aa😀aaa", "aa"), [{ start: 1, end: 3 }, { start: 4, end: 6 }, { start: 5, end: 7 }]);
});

test("code points: nothing occurs nowhere", () => equal(occurrences("abc", ""), []));
