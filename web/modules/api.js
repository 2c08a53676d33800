import { Problem, UNREACHABLE } from "./problem.js";
import { tab } from "./storage.js";

/** The server's routes, one function each. Every failure is a Problem. */

const ROOT = "/api/v1";
const PAGE = 100;   // articles per request
const PATIENCE = 40_000;   // ms until a response must begin
const SENDING = 600_000;   // ms, including the upload of files
const KEY = "ibid.key";   // the admin key, stored until the tab is closed

/** A key that is no longer valid is forgotten, and the request sent again without it. */
async function call(path, options) {
  const had = tab.get(KEY);
  try {
    return await send(path, options);
  } catch (problem) {
    if (problem.status !== 401 || !had) throw problem;
    keep("");
    return send(path, options);
  }
}

async function send(path, { method = "GET", body, headers = {}, patience = PATIENCE, keepalive = false } = {}) {
  const request = { method, keepalive, headers: { Accept: "application/json", ...headers } };
  if (tab.get(KEY)) request.headers.Authorization = `Bearer ${tab.get(KEY)}`;
  if (body instanceof FormData) request.body = body;
  else if (body) {
    request.body = JSON.stringify(body);
    request.headers["Content-Type"] = "application/json";
  }
  const hurry = new AbortController();
  const timer = setTimeout(() => hurry.abort(), patience);
  const response = await fetch(ROOT + path, { ...request, signal: hurry.signal })
    .catch(() => Promise.reject(new Problem({ detail: UNREACHABLE })))
    .finally(() => clearTimeout(timer));   // no limit for a streamed body
  if (!response.ok) throw await Problem.of(response);
  return response;
}

export const read = async (path) => (await call(path)).json();
const id = encodeURIComponent;
const events = { Accept: "text/event-stream" };

let lastIndex = null;   // the latest response of GET /index
export const index = () => (lastIndex = read("/index").catch((problem) => {
  lastIndex = null;
  throw problem;
}));

/** The rights of this reader: `admin`, and `admin_key` if a key would give them. */
export const rights = () => lastIndex ?? index();
export const keep = (key) => tab.set(KEY, key);

export const collection = () => read("/collection");
export const suggestions = () => read("/suggestions");
export const conversation = (key, before) => read(`/conversations/${id(key)}${before ? `?before=${id(before)}` : ""}`);
export const removeConversation = (key) =>
  call(`/conversations/${id(key)}`, { method: "DELETE", keepalive: true });   // also when the page is left
export const changeConversation = (key, body) => call(`/conversations/${id(key)}`, { method: "PATCH", body });
export const stop = (key) => call(`/answers/${id(key)}/stop`, { method: "POST" });
export const article = (key) => read(`/articles/${id(key)}`);
export const articleText = (key) => read(`/articles/${id(key)}/text`);
export const originalOf = (key) => `${ROOT}/articles/${id(key)}/file`;   // an address for a link
export const pictureOf = (key, page) => `${ROOT}/articles/${id(key)}/pages/${page}.png`;
export const rate = (key, feedback) => call(`/answers/${id(key)}/feedback`, { method: "POST", body: feedback });

/** Figures of the last days, today's included. */
const since = (days) => new Date(Date.now() - (days - 1) * 86_400_000).toISOString().slice(0, 10);
export const stats = (days) => read(`/stats?from=${since(days)}`);
export const recheck = async (key) => (await call(`/answers/${id(key)}/recheck`, { method: "POST" })).json();
export const share = async (key) => (await call(`/answers/${id(key)}/share`, { method: "POST" })).json();
export const shares = async () => (await read("/shares")).shares;
export const unshare = (key) => call(`/shares/${id(key)}`, { method: "DELETE" });

/** An answer as a file, named by the server. */
export async function exported(key, format) {
  const sent = await call(`/answers/${id(key)}/export?format=${format}`, { headers: { Accept: "*/*" } });
  const [, filename] = /filename="([^"]+)"/.exec(sent.headers.get("Content-Disposition")) ?? [null, `answer.${format}`];
  return { file: await sent.blob(), filename };
}

/** Uploads files to the collection; returns the outcome of each, in order. */
export async function add(files, replace = false) {
  const body = new FormData();
  for (const file of files) body.append("file", file);
  const sent = await call(`/articles${replace ? "?replace=true" : ""}`, { method: "POST", body, patience: SENDING });
  return (await sent.json()).files;
}

/** Whether the article is already removed from all answers; else it is when the running update ends. */
export const removeArticle = async (key) => (await call(`/articles/${id(key)}`, { method: "DELETE" })).status === 204;

export const restoreArticle = (key) => call(`/articles/${id(key)}/restore`, { method: "POST" });

export const acceptRemovals = () => call("/index/removals", { method: "POST" });

/** A page of articles with `total` and `facets`; a parameter that is a list is repeated. */
export function someArticles(parameters) {
  const query = new URLSearchParams({ limit: PAGE });
  for (const [name, value] of Object.entries(parameters)) {
    if (Array.isArray(value)) for (const one of value) query.append(name, one);
    else if (value !== null && value !== "") query.set(name, value);
  }
  return read(`/articles?${query}`);
}

/** Passages near some words, best first. */
export const search = async (words, limit) => (await read(`/search?q=${id(words)}&limit=${limit}`)).passages;

/** Both give a response whose body is an event stream. */
export const ask = (question, conversation, filters) => call("/answers", {
  method: "POST", headers: events, body: {
    question, provisional: true, ...(conversation && { conversation_id: conversation }), ...(filters && { filters }),
  },
});
export const follow = (answer, last) => call(`/answers/${id(answer)}/events`, {
  headers: last ? { ...events, "Last-Event-ID": last } : events,
});
