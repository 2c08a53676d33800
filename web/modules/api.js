import { Problem, UNREACHABLE } from "./problem.js";

/** The server's routes, one function each. Every failure is a Problem. */

const ROOT = "/api/v1";
const PAGE = 100;   // articles asked for at a time
const PATIENCE = 40_000;   // ms until an answer must have begun

async function call(path, { method = "GET", body, headers = {} } = {}) {
  const request = { method, headers: { Accept: "application/json", ...headers } };
  if (body) {
    request.body = JSON.stringify(body);
    request.headers["Content-Type"] = "application/json";
  }
  const hurry = new AbortController();
  const timer = setTimeout(() => hurry.abort(), PATIENCE);
  const response = await fetch(ROOT + path, { ...request, signal: hurry.signal })
    .catch(() => Promise.reject(new Problem({ detail: UNREACHABLE })))
    .finally(() => clearTimeout(timer));   // a body may stream for as long as it has something to say
  if (!response.ok) throw await Problem.of(response);
  return response;
}

const read = async (path) => (await call(path)).json();
const id = encodeURIComponent;
const events = { Accept: "text/event-stream" };

export const index = () => read("/index");
export const suggestions = async () => (await read("/suggestions")).questions;
export const conversations = async () => (await read("/conversations")).conversations;
export const conversation = (key) => read(`/conversations/${id(key)}`);
export const removeConversation = (key) => call(`/conversations/${id(key)}`, { method: "DELETE" });
export const article = (key) => read(`/articles/${id(key)}`);
export const articleText = (key) => read(`/articles/${id(key)}/text`);
export const rate = (key, feedback) => call(`/answers/${id(key)}/feedback`, { method: "POST", body: feedback });

/** Every article, page by page. */
export async function articles() {
  const all = [];
  for (;;) {
    const { total, articles: some } = await read(`/articles?limit=${PAGE}&offset=${all.length}`);
    all.push(...some);
    if (!some.length || all.length >= total) return all;
  }
}

/** Both give a response whose body is an event stream. */
export const ask = (question, conversation) => call("/answers", {
  method: "POST", headers: events, body: conversation ? { question, conversation_id: conversation } : { question },
});
export const follow = (answer, last) => call(`/answers/${id(answer)}/events`, {
  headers: last ? { ...events, "Last-Event-ID": last } : events,
});
