import "../elements/ibid-conversations.js";
import "../elements/ibid-toast.js";
import { isLeaving } from "../modules/deletions.js";
import { make } from "../modules/dom.js";
import { equal, holds, staged, test, until } from "./harness.js";
import { serve } from "./samples.js";

const gone = () => new Response(null, { status: 204 });
const titles = (list) => [...list.querySelectorAll(".title")].map(({ textContent }) => textContent);
const updated = "2025-11-22T08:30:00Z";
const conversations = [{ id: "c1", title: "The pact", updated }, { id: "c2", title: "The fleet", updated }];

async function deleting(answer) {
  const calls = serve({ "GET /conversations": { conversations }, "DELETE /conversations/c1": answer });
  const list = staged(make("ibid-conversations"), make("ibid-toast", { hidden: true }));
  const toast = document.querySelector("#stage ibid-toast");
  list.addEventListener("undoable", ({ detail }) => toast.offer(detail));
  (await until(() => list.querySelector("[data-tool=remove]"))).click();
  await until(() => titles(list).length === 1);
  return { list, toast, sent: () => calls.some(({ key }) => key.startsWith("DELETE")) };
}

test("undo: a deleted conversation is out of the list at once, and back when that is undone", async () => {
  const { list, toast, sent } = await deleting(gone);
  equal([titles(list), toast.hidden, sent()], [["The fleet"], false, false]);
  toast.querySelector(".button").click();
  await until(() => titles(list).length === 2);
  equal([toast.hidden, sent(), isLeaving("c1")], [true, false, false]);
});

test("undo: a toast that is dismissed, or a page that is left, has it deleted for good", async () => {
  for (const end of [(toast) => toast.querySelector(".quiet").click(), () => dispatchEvent(new Event("pagehide"))]) {
    const { toast, sent } = await deleting(gone);
    end(toast);
    await until(() => sent() && !isLeaving("c1"));
    equal(toast.hidden, true);
  }
});

test("undo: a deletion that fails brings the conversation back with the reason", async () => {
  const { list, toast } = await deleting(503);
  toast.querySelector(".quiet").click();
  await until(() => list.querySelector("ibid-problem"));
  equal([titles(list), list.querySelector("ibid-problem p").textContent],
    [["The pact", "The fleet"], "It was not deleted. Status 503."]);
});

test("undo: what a crash left over is deleted when the list is next shown", async () => {
  sessionStorage.setItem("ibid.deleting", JSON.stringify(["c1"]));
  const left = { conversations: [conversations[1]] };
  const calls = serve({ "GET /conversations": left, "DELETE /conversations/c1": gone });
  const list = staged(make("ibid-conversations"));
  await until(() => titles(list).length === 1);
  equal(calls.map(({ key }) => key), ["DELETE /conversations/c1", "GET /conversations"]);
  holds(!isLeaving("c1"), "it is forgotten");
});

test("undo: a second toast ends the first, and an undo that fails says why", async () => {
  const toast = staged(make("ibid-toast", { hidden: true }));
  const done = [];
  toast.offer({ text: "One.", undo: async () => {}, done: () => done.push("one") });
  toast.offer({ text: "Two.", undo: () => Promise.reject(new Error("No room.")), done: () => done.push("two") });
  toast.querySelector(".button").click();
  await until(() => toast.querySelector("[role=alert]"));
  equal([done, toast.textContent, toast.hidden], [["one"], "It was not undone. No room.", false]);
});
