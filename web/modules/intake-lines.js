import { read } from "./api.js";
import { make } from "./dom.js";
import { say } from "./language.js";
import { outcome } from "./outcome.js";

/** The lines that tell what became of each file that was added. */

const unread = new WeakMap();   // by line: what is known of a file that is still being read

/** `replace` is called with the line if the file is to take the place of the one that is there. */
export function lineOf(result, replace) {
  const line = make("li", { class: result.outcome }, make("b", {}, result.file), " ", outcome(result));
  if (result.state === "pending") unread.set(line, result);
  if (result.replaceable) {
    line.append(make("button", {
      type: "button", class: "button", "aria-label": say("intake.replaceOf", { file: result.file }),
      click: () => replace(line),
    }, say("intake.replace")));
  }
  return line;
}

/** Tells what became of the files that were still being read, where that is known by now. */
export async function settle(lines) {
  for (const line of lines.filter((one) => unread.has(one))) {
    const result = unread.get(line);
    const { files } = await read(`/index/files?q=${encodeURIComponent(result.file)}`).catch(() => ({ files: [] }));
    const now = files.find(({ file }) => file === result.file);
    if (!now || now.state === "pending") continue;
    unread.delete(line);
    line.childNodes[2].replaceWith(outcome({ ...result, state: now.state, reason: now.reason ?? result.reason }));
  }
}
