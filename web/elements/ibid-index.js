import * as api from "../modules/api.js";
import { make, place } from "../modules/dom.js";
import { moment, number, say } from "../modules/language.js";
import { leftOut } from "../modules/left-out.js";
import "./ibid-problem.js";

/** <ibid-index>: the state of the index, for editors: what it holds, how new it is, what was left out and why. */
export class IndexState extends HTMLElement {
  async look() {
    const index = await api.index().catch((problem) => problem);
    const told = index instanceof Error ? [place("ibid-problem", { text: index.message, action: say("again") })]
      : said(index);
    this.replaceChildren(make("h3", {}, say("index")), ...told);
  }
}

function said({ articles, passages, files, updated, state, problem, fresh, skipped, files_by_state: by }) {
  const rows = [
    [say("bar.articles"), articles], [say("index.passages"), passages], [say("index.files"), files],
    [say("index.waiting"), by?.pending ?? 0], [say("index.left"), skipped?.length ?? 0],
  ];
  const settled = fresh?.current === false ? "index.behind" : "index.ready";
  const stands = say(state === "updating" ? "start.updating" : settled);
  const when = [updated && say("index.made", { time: moment(updated) }),
    fresh?.looked && say("index.looked", { time: moment(fresh.looked) })];
  return [
    problem && place("ibid-problem", { text: problem }),
    make("p", { class: "from" }, [stands, ...when].filter(Boolean).join(" ")),
    make("dl", {}, rows.map(([name, n]) => make("div", {}, make("dt", {}, name), make("dd", {}, number(n))))),
    leftOut(skipped),
  ].filter(Boolean);
}

customElements.define("ibid-index", IndexState);
