import { tab } from "../modules/storage.js";

const KEY = "ibid.key";   // the key that the page stores until the tab is closed

/** The request that the fields of a form describe: `url`, `method`, `headers`, `body`. */
export function request({ method, path, parameters }, values, body) {
  const url = new URL(path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? "")), location.origin);
  const headers = {};
  for (const { name, in: place, schema } of parameters) {
    if (!values[name] || place === "path") continue;
    const all = schema.type === "array" ? lines(values[name]) : [values[name]];
    if (place === "header") headers[name] = values[name];
    else all.forEach((value) => url.searchParams.append(name, value));
  }
  if (tab.get(KEY)) headers.Authorization = `Bearer ${tab.get(KEY)}`;
  if (typeof body === "string") headers["Content-Type"] = "application/json";
  return { url: url.href, method, headers, body };
}

const lines = (text) => text.split(/[\n,]/).map((line) => line.trim()).filter(Boolean);

/** The same as a command for a terminal; the key is not shown. */
export function curl({ url, method, headers, body }) {
  const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const shown = Object.entries(headers).map(([name, value]) =>
    `-H ${quoted(`${name}: ${name === "Authorization" ? "Bearer KEY" : value}`)}`);
  const sent = body instanceof FormData ? body.getAll("file").map(({ name }) => `-F ${quoted(`file=@${name}`)}`)
    : body ? [`-d ${quoted(body)}`] : [];
  return ["curl -sN", method !== "GET" && `-X ${method}`, quoted(url), ...shown, ...sent].filter(Boolean).join(" ");
}

/** JSON set on several lines; other text as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
