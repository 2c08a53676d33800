import { share, spans, time, top } from "../modules/figures.js";
import { equal, test } from "./harness.js";

const day = (name, answered, partial, abstained) => ({ day: name, answered, partial, abstained });

test("figures: days without answers have bars too", () => {
  const bars = spans({ from: "2026-02-27", to: "2026-03-02", days: [day("2026-03-01", 2, 1, 3)] });
  equal(bars.map(({ from }) => from), ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]);
  equal(bars[2], { from: "2026-03-01", to: "2026-03-01", answered: 2, partial: 1, abstained: 3 });
});

test("figures: a long time is shown in spans of days that lose no answer", () => {
  const bars = spans({ from: "2025-01-01", to: "2025-12-31",
    days: [day("2025-01-01", 1, 0, 0), day("2025-01-10", 1, 0, 0), day("2025-12-31", 5, 0, 0)] });
  equal([bars.length <= 40, bars[0].answered, bars.at(-1).to], [true, 2, "2025-12-31"]);
  equal(bars.reduce((sum, { answered }) => sum + answered, 0), 7);
});

test("figures: the top of an axis is round and not below the highest bar", () =>
  equal([1, 2, 3, 7, 11, 95, 101].map(top), [2, 2, 4, 8, 20, 100, 200]));

test("figures: times and shares as people say them", () =>
  equal([time(320), time(1432), share(5, 6), share(0, 0)], ["320 ms", "1.4 s", "83 %", "–"]));
