import { kept } from "../modules/kept.js";
import { equal, test } from "./harness.js";

test("kept: each generation is asked about once, and what is not whole again", async () => {
  localStorage.removeItem("ibid.kept");
  let asked = 0;
  const ask = async () => ({ asked: ++asked });
  const both = async (generation, name, isWhole) => [
    (await kept(generation, name, ask, isWhole)).asked, (await kept(generation, name, ask, isWhole)).asked];
  equal(await both("g1", "collection"), [1, 1]);
  equal(await both("g1", "suggestions", () => false), [2, 3]);
  equal(await both("g1", "collection"), [1, 1]);
  equal(await both("g2", "collection"), [4, 4]);
  equal(await both("g1", "collection"), [5, 5]);
});
