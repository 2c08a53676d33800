import * as api from "./api.js";

export const STEP = 200;   // conversations in the first list, and in each that follows
const MOST = 1000;   // conversations that the server gives at once

/** The newest conversations, that many, with all the words in their titles; and whether there are `more`. */
export async function newest(words, count) {
  const list = [];
  let more = true;
  while (more && list.length < count) {
    const limit = Math.min(count - list.length, MOST);
    const part = await api.conversations({ q: words, offset: list.length, limit: limit === STEP ? 0 : limit });
    list.push(...part.conversations);
    more = !!part.more && part.conversations.length > 0;
  }
  return { list, more };
}
