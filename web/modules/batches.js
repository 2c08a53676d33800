const AT_ONCE = 20;   // files a request; each request brings the index up to date once
const BYTES_AT_ONCE = 100 << 20;   // the server takes twice that

/** Files in the lots they are sent in, in their order. */
export function batches(files) {
  const all = [];
  let bytes = 0;
  for (const file of files) {
    bytes += file.size;
    if (!all.length || all.at(-1).length === AT_ONCE || bytes > BYTES_AT_ONCE) {
      all.push([]);
      bytes = file.size;
    }
    all.at(-1).push(file);
  }
  return all;
}
