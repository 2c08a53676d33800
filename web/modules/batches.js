/** Extensions of the files that are read, for the browser's list of files. */
export const KINDS = ".md,.markdown,.txt,.text,.html,.htm,.xhtml,.pdf,.docx,.epub,.odt,.rtf,.eml,.mbox,.mhtml,.mht,"
  + ".rss,.atom,.xml,.rdf,.json,.jsonl,.ndjson,.csv,.tsv";

const AT_ONCE = 20;   // files per request; each request updates the index once
const BYTES_AT_ONCE = 100 << 20;   // half the server's limit

/** Groups files into the batches of the upload, in order. */
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
