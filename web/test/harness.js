/** A test is a claim and a function that throws if the claim does not hold. */
const tests = [];

export const test = (claim, body) => tests.push({ claim, body });

export function equal(actual, expected) {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value, null, 1));
  if (is !== should) throw new Error(`is ${is}\nnot ${should}`);
}

export const holds = (truth, what = "it") => {
  if (!truth) throw new Error(`${what} does not hold`);
};

/** Puts elements into the page for one test. */
export function staged(...elements) {
  document.querySelector("#stage").replaceChildren(...elements);
  return elements[0];
}

/** The body of a test whose elements take the focus: what is hidden takes none. */
export const inSight = (body) => async () => {
  const stage = document.querySelector("#stage");
  stage.hidden = false;
  await body().finally(() => { stage.hidden = true; });
};

/** Waits until `truth` returns a truthy value, and returns it. */
export async function until(truth, limit = 2000) {
  for (const end = performance.now() + limit; performance.now() < end;) {
    const value = truth();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never came to hold: ${truth}`);
}

/** Runs all tests in order, and writes the results into the page and onto its root element. */
export async function run() {
  let passed = 0;
  for (const { claim, body } of tests) {
    const failure = await Promise.resolve().then(body).then(() => null, (error) => error);
    passed += failure ? 0 : 1;
    document.querySelector("#results").append(result(claim, failure));
  }
  const summary = `${passed === tests.length ? "passed" : "failed:"} ${passed} of ${tests.length}`;
  document.querySelector("#summary").textContent = summary;
  document.documentElement.dataset.tests = summary;
}

function result(claim, failure) {
  const item = document.createElement("li");
  item.className = failure ? "failed" : "passed";
  item.textContent = claim;
  if (failure) item.append(Object.assign(document.createElement("pre"), { textContent: failure.stack ?? failure }));
  return item;
}
