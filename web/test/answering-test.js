import { answering } from "../modules/answering.js";
import { Problem } from "../modules/problem.js";
import { equal, holds, test } from "./harness.js";
import { event, streamed } from "./samples.js";

const created = event(1, "answer.created", { id: "a1", conversation_id: "c1" });
const stage = event(2, "stage", { name: "write", state: "start" });
const completed = event(3, "answer.completed", { id: "a1" });
const NO_PAUSE = [0, 0];

/** A fake that returns the given responses in order and records its calls. */
function server(...responses) {
  const calls = [];
  const next = (call) => {
    calls.push(call);
    const response = responses.shift() ?? new Problem({ status: 500, detail: "no more" });
    return response instanceof Response ? Promise.resolve(response) : Promise.reject(response);
  };
  return { calls, ask: (question) => next(`ask ${question}`), follow: (id, last) => next(`follow ${id} ${last}`) };
}

async function collect(fake, turn = {}) {
  const names = [];
  try {
    const asked = { question: "q", conversation: null, id: null, ...turn };
    for await (const { name } of answering(asked, fake, NO_PAUSE)) names.push(name);
  } catch (problem) {
    names.push(problem.message);
  }
  return names;
}

const WHOLE = ["answer.created", "stage", "answer.completed"];

test("answering: a stream is read to its end", async () => {
  equal(await collect(server(streamed([created, stage, completed]))), WHOLE);
});

test("answering: a broken stream is picked up after the last event", async () => {
  const fake = server(streamed([created, stage], true), streamed([completed]));
  equal([await collect(fake), fake.calls], [WHOLE, ["ask q", "follow a1 2"]]);
});

test("answering: a stream that ends early counts as broken", async () => {
  equal(await collect(server(streamed([created]), streamed([stage, completed]))), WHOLE);
});

test("answering: a server that replays everything is read once", async () => {
  equal(await collect(server(streamed([created, stage], true), streamed([created, stage, completed]))), WHOLE);
});

test("answering: an answer that is only stored any more comes whole, without a number", async () => {
  const stored = completed.replace(/^id: .*\n/, "");
  equal(await collect(server(streamed([created, stage], true), streamed([stored]))), WHOLE);
});

test("answering: it gives up after a few attempts without news", async () => {
  const lost = () => streamed([], true);
  const fake = server(streamed([created], true), lost(), lost(), lost());
  const names = await collect(fake);
  holds(/lost/.test(names.at(-1)), names);
  equal(fake.calls.length, 3);
});

test("answering: a question for which the server is busy is asked again when it says to, a few times", async () => {
  const busy = () => new Problem({ status: 503, detail: "Busy.", retry: 0.001 });
  const fake = server(busy(), busy(), streamed([created, stage, completed]));
  equal([await collect(fake), fake.calls], [WHOLE, ["ask q", "ask q", "ask q"]]);
  equal(await collect(server(busy(), busy(), busy(), streamed([created, stage, completed]))), ["Busy."]);
});

test("answering: a refused question is not asked again", async () => {
  const fake = server(new Problem({ status: 503, detail: "Busy." }));
  equal([await collect(fake), fake.calls], [["Busy."], ["ask q"]]);
});

test("answering: an answer the server has forgotten is asked anew", async () => {
  const fake = server(new Problem({ status: 404 }), streamed([created, stage, completed]));
  equal([await collect(fake, { id: "old" }), fake.calls], [WHOLE, ["follow old null", "ask q"]]);
});

test("answering: a conversation the server does not know is begun anew", async () => {
  const fake = server(new Problem({ status: 404 }), streamed([created, stage, completed]));
  equal([await collect(fake, { conversation: "gone" }), fake.calls], [WHOLE, ["ask q", "ask q"]]);
});

test("answering: an error event is the last", async () => {
  const fake = server(streamed([created, event(2, "error", { detail: "No." }), completed]));
  equal(await collect(fake), ["answer.created", "error"]);
});

test("answering: a question under which the server was stopped is asked again", async () => {
  const fake = server(new Problem({ status: 410, detail: "stopped" }), streamed([created, stage, completed]));
  equal([await collect(fake, { id: "a0" }), fake.calls], [WHOLE, ["follow a0 null", "ask q"]]);
});
