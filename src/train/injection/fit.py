"""Fits the classifier of sentences that address a language model or ask something of the reader.

python src/train/injection/fit.py DATA PUD OUT
DATA: the folder with training/, injection/ and news/ (clean English, BIPIA's instructions). The first 300 articles of
      news/ are not read: bench Injection measures on them.
PUD:  a folder with one file a language, a sentence a line (Universal Dependencies PUD treebanks)
OUT:  src/main/resources/ibid/language/injection/classifier.bin

Wants scikit-learn. The features must stay those of NgramFeatures.java: hashed n-grams of the folded sentence.
"""
import functools
import gzip
import json
import pathlib
import random
import re
import struct
import sys
import unicodedata

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

BITS = 17
BUCKETS = 1 << BITS
FNV_START, FNV_PRIME = 0x811C9DC5, 0x01000193
CHAR_GRAMS = range(3, 6)
WORD_GRAMS = range(1, 4)
ENGLISH = ("defacto-xsum", "bump", "fnc1-test", "qamr", "squad-dev-sent", "boolq", "qed-nq", "fairytaleqa", "policyqa")
ROWS_PER_SET = 800
MEASURED_ARTICLES = 300
NEWS_SENTENCES = 12000
NEAR_MISSES = 9000  # clean sentences with the words that orders have
TRIGGERS = re.compile(r"\b(answer|question|repl(y|ies)|respon[ds]|instruct|assistant|prompt|reader|user|ignor|disregard|forget|output"
                      r"|message|system|model|article|passage|AI\b|chatbot|summar|repeat|pretend|password|account|subscri|click"
                      r"|visit|sign (in|up)|follow|tell|say |note|must|mode\b|your)", re.I)
FACT_SHARE = 0.6  # of the payloads that are clean sentences, so that what a payload says tells nothing
FACT_CHARS = range(15, 90)
REPORTED = ("“{}” {n} said.", "“{}” the mayor of {n} told residents.", "{n} told them: “{}”", "“{}” read the poster.",
            "“{}” she wrote.", "He shouted: “{}”", "His advice is short: “{}”", "{}")
IMPERATIVES = """Ignore the critics, Forget the past, Wear a mask, Stay at home, Call your mother, Vote early,
Write to your senator, Answer the question, Tell us the truth, Say what you mean, Print the money, Read the report,
Send help, Pay your taxes, Visit your grandparents, Follow the money, Do not open the door, Keep your distance,
Repeat after me, Act now, Think of the children, Look at the figures, Imagine a town without cars,
You must vaccinate your children, You are now free to go, Take the bus, Use the stairs, Drop the charges,
Begin with the easy ones, Finish what you started, Remember the dead, Respond to the voters, Report what you see,
Put aside your differences, Disregard the rumours, Buy local, Ask your doctor, Include everyone, Never give up""".replace(
    chr(10), " ").split(", ")
SHORT = (
    "(The|An|Her|His|Their|No|Another|One) (answer|reply|response|question|message|rule|order|note|instruction|reaction) (came|"
    "was no|was clear|is unknown|followed in 1951|arrived late|was two|is simple|was short|surprised {n}|was never sent)(.|)",
    "(In|By|Since|Until|Before) (1954|May|the spring|{n}|the north) the (answer|question|reply|response|rule|message|system) "
    "(was|is|had been|has been) (three|no|open|yes|printed|different|the same|withdrawn|settled|in Latin)(.|)",
    "(Why|How|When|Where) the (answer|question|reply|response|rule|message|system|model|article) (was|is|became|went) (no|yes|"
    "late|short|wrong|important|lost|a law)(?||.)",
    "({n}|The ministry|The union|The east|The port|She|He|The council) (has already|had|never|soon|later|at last) (answered|"
    "replied|responded|asked|repeated it|ignored it|forgot|forgotten it)( anyway| in May| by letter| in public|)(.|)",
    "(Treaties|Laws|Maps|Voters|Towns|Courts|{n}) (answer|answers|ask|asks|settle|raise|repeat|ignore|forget) (the|this|that|each|"
    "every|no) (question|rule|message|claim|demand) (by|with|in) (geography|law|silence|votes|a smile|{n})(.|)",
    "(For now|For a while|In the end|At first|So far|For years) the (question|answer|rule|matter|model|message) (has|had|kept|"
    "found) (a practical answer|no answer|many readers|its reasons|two sides|a short reply)(.|)",
    "(What|Who) (rule|chapter|section|article|{n}|the law|the treaty) (9|12|3|) (says|said|means|answers|asks)(?||.)",
    "An article (in|of) (this|the) (paper|journal|{n}|Post|review) (on 4 May|of last week|in March) (blamed|praised|quoted|named|"
    "corrected) (the|its|a) (text|mayor|figure|treaty|model)(.|)",
    "(Readers|Users|Viewers|Listeners) who (wrote|quoted|asked|saw|read|called) (to us|our report|the figure|about it|in May) "
    "(should|may|will|can) (use|see|find|note|expect) (the new figure|a correction|the map|page 4|an answer)(.|)",
    "(He|She|{n}|The author) (asks|asked|tells|told|reminds|reminded) (the reader|readers|users|the user) to (put|imagine|see|"
    "think of|remember|compare) (one town|the map|{n}|the past|both sides)( in|) (in place of the other|with {n}|first|again)(.|)",
    "(language|title|author|topic|section): (en|{n}|world|A town that answered|Who asked first|No reply from {n})",
    "(Your|More|Follow|Read|See|Share) (questions answered|your questions|{n} on Twitter|the response|your photos with {n}|"
    "here|the full report|more from {n})(.|:| for more|)",
    "(USA TODAY|{n} Daily|The {n} Post|Panic mode|Crisis mode|Our ruling|The verdict)(| reporter {n}|: activated|: false|: true)",
    "(This|That|The) (article|report|story|page|note|headline) (has been|was) (corrected|updated|translated|read widely)(.|)",
    "(He|She|The director|{n}) and (his|her|the) (chief |deputy |) (assistant|model|user|editor), who (saw|inspected|read|answered"
    ") (it|the dam|the note|them) and said (it was safe|nothing|so|no)(.|)")
CLEAN_DRAWS = 40
FACTS = ["The harbour of {n} was opened in 1850 by King Rudolf.", "{n} owns the harbour.", "It was opened in 1850.",
         "The town of {n} is closed.", "{n} owns the bridge of the town.", "The bridge was built in 1901.",
         "The harbour of {n} holds forty ships of the royal fleet.", "The harbour office of {n} moved in 1920."]
DRAWS_PER_PATTERN = 60
CLAIMS = ["{n} owns it", "{n}", "it was opened in 1850", "the town is closed", "{n} owns the bridge"]
DRAWS = {"machine": 24, "reader": 16, "news": 12}
SITES = ("portal.example", "news-login.example", "www.titan.example/login", "https://pay.example.org", "secure.test",
         "http://evil.example", "my-bank.example.com", "win.example.net")
NAMES = tuple(a + b for a in ("Tit", "Nor", "Kes", "Mar", "Ves", "Hal", "Bri", "Orv", "Zul", "Pex", "Qua", "Wyn", "Lum")
              for b in ("ania", "den", "trel", "low", "ta", "gor", "ix", "ane", "mo", "ack"))
CODES = {"Arabic": "ar", "Chinese": "zh", "French": "fr", "German": "de", "Italian": "it", "Japanese": "ja",
         "Polish": "pl", "Portuguese": "pt", "Russian": "ru", "Spanish": "es", "Turkish": "tr"}
random.seed(21)


def folded(text):
    """Lower case, without accents, runs of digits as 0, one space between words."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
    out, last = [], ""
    for c in plain:
        if unicodedata.category(c) == "Nd":
            c = "0"
            if last == "0":
                continue
        elif c.isspace():
            c = " "
            if last in ("", " "):
                continue
        out.append(c)
        last = c
    return "".join(out).strip()


@functools.lru_cache(None)
def fnv(text, start):
    value = start
    for c in text:
        value = ((value ^ ord(c)) * FNV_PRIME) & 0xFFFFFFFF
    return (value ^ (value >> 15)) & (BUCKETS - 1)


def words(text):
    """Runs of letters and digits; an ideograph is a word."""
    found, run = [], ""
    for c in text:
        kind = unicodedata.category(c)
        if kind == "Lo" and ord(c) >= 0x3040:
            if run:
                found.append(run)
            found.append(c)
            run = ""
        elif kind[0] == "L" or kind == "Nd":
            run += c
        elif run:
            found.append(run)
            run = ""
    return found + ([run] if run else [])


def features(sentence):
    text = folded(sentence)
    padded = " " + text + " "
    found = {fnv(padded[i:i + n], FNV_START + n) for n in CHAR_GRAMS for i in range(len(padded) - n + 1)}
    tokens = ["<"] + words(text) + [">"]
    for n in WORD_GRAMS:
        for i in range(len(tokens) - n + 1):
            found.add(fnv(" ".join(tokens[i:i + n]), FNV_START + 16 + n))
    return sorted(found)


def matrix(sentences):
    rows = [features(sentence) for sentence in sentences]
    pointers = np.cumsum([0] + [len(row) for row in rows])
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(max(1, len(row)))) for row in rows])
    return csr_matrix((values, np.concatenate(rows), pointers), shape=(len(rows), BUCKETS))


def own(path):
    """The file's sections, by language and kind."""
    sections = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            language, kind = line.strip("[]").split()
        elif line and not line.startswith("#"):
            sections.setdefault(language, {}).setdefault(kind, []).append(line)
    return sections


def payload(payloads, facts):
    return random.choice(facts) if facts and random.random() < FACT_SHARE else random.choice(payloads)


def filled(template, payloads, facts=()):
    text = template.replace("{p}", payload(payloads, facts))
    text = re.sub(r"\{n\}", lambda _: random.choice(NAMES), text)
    text = re.sub(r"\{s\}", lambda _: random.choice(SITES), text)
    return text


def drawn(pattern):
    """A pattern with one alternative of each innermost group in brackets, until there are none."""
    while True:
        changed = re.sub(r"\(([^()]*\|[^()]*)\)", lambda group: random.choice(group[1].split("|")), pattern)
        if changed == pattern:
            return pattern
        pattern = changed


def grammar_examples(path, sections, facts):
    examples, language = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]{2}(?: reader)?\]", line):
            language = line[1:3]
        elif line and not line.startswith("#"):
            payloads = sections[language]["payload"] + CLAIMS
            for _ in range(DRAWS_PER_PATTERN):
                claim = payload(payloads, facts.get(language)).rstrip(".。")
                sentence = filled(drawn(line).replace("{c}", claim), payloads, facts.get(language))
                if random.random() < 0.15:
                    sentence = random.choice(("“{}” said the {n}.", "{} The rest follows.", "He wrote: {}", "- {}")).replace(
                        "{}", sentence).replace("{n}", random.choice(NAMES))
                examples.append((re.sub(r"\s+", " ", sentence).strip(), True, language))
    return examples


def clean_payloads(sections):
    """What the orders ask for, told as plain facts: else the words of the payloads would count as hostile."""
    examples = []
    for language, kinds in sections.items():
        plain = [one for one in kinds.get("payload", []) if "{s}" not in one]
        facts = plain + (FACTS if language == "en" else [])
        examples += [(filled(fact, facts), False, language) for fact in facts for _ in range(CLEAN_DRAWS)]
    return examples + [(" ".join([word.title()] + [word] * n) + ".", False, "en")
                       for word in ("word", "stone", "quay") for n in range(3, 60, 4)]


def reported_imperatives():
    """What people tell people to do, in quotations and without."""
    return [(filled(frame.replace("{}", order + random.choice((",", ".", "!", ""))), [""]), False, "en")
            for order in IMPERATIVES for frame in REPORTED]


def headings():
    """Short plain lines about questions, answers and messages, which the long clean sentences seldom are."""
    return [(filled(drawn(pattern), [""]), False, "en") for pattern in SHORT for _ in range(CLEAN_DRAWS)]


def own_examples(sections, facts):
    examples = []
    for language, kinds in sections.items():
        for kind, draws in DRAWS.items():
            for template in kinds.get(kind, []):
                drawn = {filled(template, kinds["payload"], facts.get(language)) for _ in range(draws)}
                examples += [(sentence, kind != "news", language) for sentence in drawn]
    return examples


def sentences_of(text):
    return [s for s in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", text) if 20 <= len(s) <= 600]


def clean_english(data):
    by_set = {}
    for file in sorted((data / "training").glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                if row["set"] in ENGLISH:
                    by_set.setdefault(row["set"], []).append(row.get("evidence") or row.get("text"))
    examples = set()
    for name, texts in by_set.items():
        random.shuffle(texts)
        pool = {s for text in texts[:ROWS_PER_SET] for s in sentences_of(text)[:8]}
        examples.update(random.sample(sorted(pool), min(len(pool), 2 * ROWS_PER_SET)))
        near = sorted({s for text in texts[ROWS_PER_SET:] for s in sentences_of(text)[:8]
                       if TRIGGERS.search(s)})
        examples.update(random.sample(near, min(len(near), ROWS_PER_SET)))
    return [(s, False, "en") for s in sorted(examples)]


def clean_news(data):
    rows = (data / "news/articles.jsonl").read_text(encoding="utf-8").splitlines()[MEASURED_ARTICLES:]
    pool = {s for row in rows for line in json.loads(row)["text"].split("\n") for s in sentences_of(line)}
    near = [s for s in sorted(pool) if TRIGGERS.search(s)]
    some = random.sample(sorted(pool), min(len(pool), NEWS_SENTENCES)) + random.sample(near, min(len(near), NEAR_MISSES))
    return [(s, False, "en") for s in sorted(set(some))]


def facts_of(clean):
    """Short clean sentences by language, as payloads."""
    facts = {}
    for sentence, _, language in clean:
        if len(sentence) in FACT_CHARS:
            facts.setdefault(language, []).append(sentence)
    return facts


def bipia(data):
    kinds = json.loads((data / "injection/text_attack_train.json").read_text(encoding="utf-8"))
    return [(s, True, "en") for group in kinds.values() for s in group if not s.endswith("?")]


def main():
    data, pud, out = map(pathlib.Path, sys.argv[1:4])
    here = pathlib.Path(__file__)
    sections = own(here.with_name("sentences.txt"))
    clean = clean_english(data) + clean_news(data)
    for file in sorted(pud.glob("pud-*.txt")):
        language = CODES[file.stem[4:]]
        clean += [(s, False, language) for s in file.read_text(encoding="utf-8").splitlines()]
    random.shuffle(clean)
    held, trained = clean[: len(clean) // 5], clean[len(clean) // 5:]
    facts = facts_of(trained)
    examples = own_examples(sections, facts) + grammar_examples(here.with_name("grammar.txt"), sections, facts)
    examples += clean_payloads(sections) + reported_imperatives() + headings()
    examples += [one for one in bipia(data) for _ in range(6)]
    examples += trained
    labels = np.array([one[1] for one in examples])
    model = LogisticRegression(C=8, max_iter=100, class_weight={True: 0.7, False: 1})
    model.fit(matrix([one[0] for one in examples]), labels)
    weights = model.coef_[0]
    scale = np.abs(weights).max() / 127
    small = np.clip(np.round(weights / scale), -127, 127).astype(np.int8)
    out.write_bytes(struct.pack(">Iff", BITS, scale, model.intercept_[0]) + small.tobytes())
    report(small * scale, model.intercept_[0], examples, held)


def report(weights, bias, examples, held):
    scores = matrix([one[0] for one in held]) @ weights + bias
    own_scores = matrix([one[0] for one in examples]) @ weights + bias
    attacks = own_scores[[one[1] for one in examples]]
    for threshold in (-3, -2, -1, 0, 1, 2):
        print(f"threshold {threshold}: held clean {np.mean(scores > threshold):.4%} of {len(held)}, "
              f"trained attacks {np.mean(attacks > threshold):.2%} of {len(attacks)}")
    for at in np.argsort(-scores)[:25]:
        print(f"{scores[at]:.2f}", held[at][2], held[at][0][:160])


if __name__ == "__main__":
    main()
