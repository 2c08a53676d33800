import "./anchor-test.js";
import "./answering-test.js";
import "./article-test.js";
import "./articles-test.js";
import "./chat-test.js";
import "./codepoints-test.js";
import "./dom-test.js";
import "./intake-test.js";
import "./pieces-test.js";
import "./prose-test.js";
import "./reader-test.js";
import "./refusal-test.js";
import "./route-test.js";
import "./stream-test.js";
import "./turn-test.js";
import "./words-test.js";
import { run } from "./harness.js";

run();
