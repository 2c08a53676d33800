import { read } from "./api.js";

export const STEP = 200;   // conversations in the first list, and in each that follows
const MOST = 1000;   // conversations that the server gives at once

/** What is empty or 0 is left to the server. */
function page(parameters) {
  const given = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return read(`/conversations${given.size ? `?${given}` : ""}`);
}

/** The newest conversations, that many, with all the words in their titles; and whether there are `more`. */
export async function newest(words, count) {
  const list = [];
  let more = true;
  while (more && list.length < count) {
    const limit = Math.min(count - list.length, MOST);
    const part = await page({ q: words, offset: list.length, limit: limit === STEP ? 0 : limit });
    list.push(...part.conversations);
    more = !!part.more && part.conversations.length > 0;
  }
  return { list, more };
}
