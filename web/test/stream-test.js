import { Parser, events } from "../modules/stream.js";
import { equal, holds, test } from "./harness.js";
import { streamed } from "./samples.js";

const WHOLE = ": hello\n\nid: 1\nevent: stage\ndata: {\"name\":\"write\"}\n\nid: 2\nevent: sentence\ndata: {\"text\":\n"
  + "data: \"é😀\"}\n\n";
const READ = [
  { id: "1", name: "stage", data: { name: "write" } },
  { id: "2", name: "sentence", data: { text: "é😀" } },
];

const fed = (...pieces) => {
  const parser = new Parser();
  return pieces.flatMap((piece) => parser.feed(piece));
};

test("stream: events, comments and data of several lines are read", () => equal(fed(WHOLE), READ));

test("stream: events cut at any place are read the same", () => {
  for (let at = 0; at <= WHOLE.length; at++) equal(fed(WHOLE.slice(0, at), WHOLE.slice(at)), READ);
});

test("stream: CRLF line ends are read the same, wherever they are cut", () => {
  const crlf = WHOLE.replaceAll("\n", "\r\n");
  for (let at = 0; at <= crlf.length; at++) equal(fed(crlf.slice(0, at), crlf.slice(at)), READ);
});

test("stream: an event without its blank line is not given out", () => equal(fed("id: 1\ndata: {}\n"), []));

test("stream: a character cut between bytes arrives whole", async () => {
  const bytes = new TextEncoder().encode(WHOLE);
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  equal(await Array.fromAsync(events(new Response(body), 1000)), READ);
});

test("stream: a silent server is given up", async () => {
  const never = new Response(new ReadableStream({}));
  const problem = await Array.fromAsync(events(never, 20)).catch((error) => error);
  holds(/silent/.test(problem.message), problem.message);
});

test("stream: what arrived before a break is given out before it throws", async () => {
  const seen = [];
  const read = async () => {
    for await (const { id } of events(streamed([WHOLE], true), 1000)) seen.push(id);
  };
  const problem = await read().catch((error) => error);
  equal([seen, problem instanceof Error], [["1", "2"], true]);
});
