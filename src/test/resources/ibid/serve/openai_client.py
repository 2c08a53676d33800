"""Asks a running Ibid through the unmodified openai package: python openai_client.py URL. Fails where a promise breaks."""

import sys

import openai

FERRY = "How much was the ferry Aurelia sold for?"
client = openai.OpenAI(base_url=sys.argv[1] + "/v1", api_key="sk-none", max_retries=0)


def ask(*texts, **more):
    roles = ["user", "assistant"]
    messages = [{"role": roles[at % 2], "content": text} for at, text in enumerate(texts)]
    return client.chat.completions.create(model="ibid", messages=messages, **more)


def check(holds, what):
    if not holds:
        sys.exit(f"broken: {what}")


models = [model.id for model in client.models.list()]
check(models == ["ibid", "ibid-footnotes"], f"the models are {models}")

whole = ask(FERRY, temperature=0.2)
message = whole.choices[0].message
check("two million crowns. [1][2]" in message.content, message.content)
check(whole.usage.total_tokens == whole.usage.prompt_tokens + whole.usage.completion_tokens, whole.usage)
for number, annotation in enumerate(message.annotations, start=1):
    cited = annotation.url_citation
    check(message.content[cited.start_index:cited.end_index] == f"[{number}]", cited)
    check(whole.citations[number - 1] == cited.url, cited)
check(len(whole.search_results) == len(whole.citations) == 2, whole.search_results)

chunks = list(ask(FERRY, stream=True, stream_options={"include_usage": True}))
text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
check(text == message.content, text)
check(chunks[-1].usage.completion_tokens > 0, chunks[-1])
check(chunks[-2].choices[0].finish_reason == "stop", chunks[-2])
check(len(chunks[-2].choices[0].delta.annotations) == 2, chunks[-2])

with client.chat.completions.stream(model="ibid", messages=[{"role": "user", "content": FERRY}]) as stream:
    for event in stream:
        pass
    check(stream.get_final_completion().choices[0].message.content == message.content, "the helper of streams")

first = ask("What is the Aurelia?").choices[0].message.content
check("two million" in ask("What is the Aurelia?", first, "How much was it sold for?").choices[0].message.content, "turns")

refused = ask("What did Kylie Minogue do?").choices[0].message
check(refused.refusal == refused.content == "The articles do not mention Kylie Minogue.", refused)

try:
    ask(FERRY, n=3)
    check(False, "n=3 was not refused")
except openai.BadRequestError as error:
    check("“n” must be 1" in error.message, error)
try:
    client.models.retrieve("none")
    check(False, "an unknown model was found")
except openai.NotFoundError as error:
    check(error.code == "not_found", error)
print("all promises hold")
