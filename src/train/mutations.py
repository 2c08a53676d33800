"""Makes true statements false: changes numbers, dates, units, names, negation and modality, or drops qualifiers.

Every function takes a sentence and returns a changed one, or None if it finds nothing to change. The functions use no
model: the changes are small and local, as in bad summaries and bad translations."""
import re

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
COUNTS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
MAGNITUDES = ["thousand", "million", "billion", "trillion"]
UNITS = ["dollars", "euros", "pounds", "yuan", "yen", "rupees"], ["kilometres", "miles", "metres", "feet"], ["kilometers", "miles", "meters"], \
        ["tonnes", "kilograms", "pounds"], ["years", "months", "weeks", "days", "hours", "minutes"]
NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,])\d+(?:\.\d+)?(?![\w,.]*\d)")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
NAME = re.compile(r"\b[A-Z][\w'’-]*[a-z][\w'’-]*(?: (?:of (?:the )?|de |van |bin |al-)?[A-Z][\w'’-]+)*|\b[A-Z]{3,6}\b")
AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|should|has|have|had|did|does|do|may|might|must)\b(?! not| no\b|n't)", re.I)
DENIED = re.compile(r"\b(is|are|was|were|will|would|can|could|should|has|have|had|did|does|do|may|might|must)( not|n['’]t)\b|\bcannot\b|\bnever ", re.I)
OPPOSITES = """first/last before/after north/south northern/southern east/west eastern/western largest/smallest highest/lowest
more/fewer more/less higher/lower above/below rise/fall rose/fell rising/falling increase/decrease increased/decreased increases/decreases
won/lost win/lose winner/loser accepted/rejected accept/reject agreed/refused agree/refuse supported/opposed support/oppose supports/opposes
approved/rejected approve/reject began/ended begin/end start/end started/ended oldest/youngest older/younger early/late earlier/later
always/never all/none many/few most/least majority/minority success/failure successful/unsuccessful legal/illegal possible/impossible
allowed/banned allow/ban allows/bans gained/lost strong/weak stronger/weaker strengthened/weakened strengthen/weaken praised/criticised
praised/criticized confirmed/denied confirm/deny confirms/denies joined/left join/leave bought/sold buy/sell export/import exports/imports
public/private open/closed opened/closed with/without male/female men/women man/woman best/worst better/worse near/far old/new
positive/negative left/right inside/outside major/minor ally/enemy allies/enemies friend/foe guilty/innocent safe/dangerous
hot/cold rich/poor expensive/cheap long/short longer/shorter fast/slow maximum/minimum upper/lower advantage/disadvantage""".split()
OPPOSITE = {}
for pair in OPPOSITES:
    one, other = pair.split("/")
    OPPOSITE.setdefault(one, other)
    OPPOSITE.setdefault(other, one)
OPPOSITE_WORD = re.compile(r"\b(" + "|".join(OPPOSITE) + r")\b")
QUALIFIER = re.compile(r"\b(?:almost|nearly|about|around|roughly|some|most|many|several|at least|up to|alleged|allegedly|reportedly|probably|"
                       r"possibly|perhaps|partly|partially|mainly|mostly|largely|sometimes|often|usually|generally|likely|planned|proposed|"
                       r"suspected|so-called|in part|if approved) ")
WEAK = {"may": "will", "might": "will", "could": "will", "can": "must", "should": "must", "plans to": "has begun to", "hopes to": "will",
        "wants to": "will", "considered": "decided on", "suggested": "proved", "suggests": "proves", "claimed": "proved", "believes": "knows",
        "proposed": "adopted", "is expected to": "will", "are expected to": "will", "planned to": "did", "tried to": "managed to"}
WEAK_WORD = re.compile(r"\b(" + "|".join(WEAK) + r")\b")
SAYING = re.compile(r"\b(?:said|says|told|argued|argues|warned|claimed|added|according to|wrote|stated|announced)\b")
NOT_NAMES = set(MONTHS + DAYS + "The A An In On At By For But And He She It They His Her Its Their This That These Those After Before When "
                "While If As However Although Since With From Some Many Most One Two Three There Here What Who Why How".split())


def exchange(text, found, other):
    return text[:found.start()] + other + text[found.end():]


def recased(like, word):
    return word.capitalize() if like[0].isupper() else word


def year(text, rng):
    found = [match for match in YEAR.finditer(text)]
    if not found:
        return None
    match = rng.choice(found)
    return exchange(text, match, str(int(match.group()) + rng.choice((-20, -10, -5, -3, -2, -1, 1, 2, 3, 5, 10))))


def date(text, rng):
    words = [(match, MONTHS) for match in re.finditer(r"\b(?:" + "|".join(MONTHS) + r")\b(?! [a-z])", text)]
    words += [(match, DAYS) for match in re.finditer(r"\b(?:" + "|".join(DAYS) + r")\b", text)]
    if not words:
        return year(text, rng)
    match, kind = rng.choice(words)
    return exchange(text, match, rng.choice([word for word in kind if word != match.group()]))


def number(text, rng):
    found = [match for match in NUMBER.finditer(text) if not YEAR.fullmatch(match.group())]
    words = [(match, COUNTS) for match in re.finditer(r"\b(?:" + "|".join(COUNTS) + r")\b", text)]
    words += [(match, ORDINALS) for match in re.finditer(r"\b(?:" + "|".join(ORDINALS) + r")\b", text)]
    if not found and not words:
        return None
    match, kind = rng.choice([(match, None) for match in found] + words)
    if kind:
        return exchange(text, match, rng.choice([word for word in kind if word != match.group()]))
    old = match.group()
    value = float(old.replace(",", ""))
    places = len(old.split(".")[1]) if "." in old else 0
    for _ in range(6):
        new = value * rng.choice((0.1, 0.5, 0.8, 1.1, 1.2, 1.5, 2, 3, 10)) + rng.choice((-2, -1, 0, 0, 1, 2))
        made = f"{max(0, new):,.{places}f}" if "," in old else f"{max(0, new):.{places}f}"
        if made != old:
            return exchange(text, match, made)
    return None


def unit(text, rng):
    for kind in rng.sample([MAGNITUDES, *UNITS], 1 + len(UNITS)):
        found = [match for match in re.finditer(r"\b(?:" + "|".join(kind) + r")\b", text) if re.search(r"\d[\d,.]* $|\w+ $", text[:match.start()])]
        if found:
            match = rng.choice(found)
            return exchange(text, match, rng.choice([word for word in kind if word != match.group()]))
    return None


def names(text):
    """Capitalised words and phrases, without common words at the start of a sentence."""
    return [match for match in NAME.finditer(text) if match.group().split()[0] not in NOT_NAMES
            and (match.start() > 0 or " " in match.group() or text[match.end():match.end() + 1] == ",")]


def kind_of(name):
    return "capitals" if name.isupper() else min(3, len(name.split()))


def name(text, rng, pool):
    """One name exchanged for another of as many words: `pool` gives lists of them by kind_of."""
    found = names(text)
    if not found:
        return None
    match = rng.choice(found)
    others = [other for other in pool.get(kind_of(match.group()), ()) if other not in text and not set(other.split()) & set(match.group().split())]
    return exchange(text, match, rng.choice(others)) if others else None


def traded(text, rng):
    """Swaps two names of the sentence: who did what to whom."""
    found = [match for match in names(text)]
    pairs = [(a, b) for a in found for b in found if a.end() < b.start() and a.group() != b.group()
             and b.start() - a.end() > 8 and text[a.end():b.start()].strip() not in (",", "and", "or")]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    if " and " in text[a.end():b.start()] and len(text[a.end():b.start()].split()) < 4:
        return None
    return text[:a.start()] + b.group() + text[a.end():b.start()] + a.group() + text[b.end():]


def speaker(text, rng, pool):
    return name(text, rng, pool) if SAYING.search(text) else None


def negation(text, rng):
    denied = list(DENIED.finditer(text))
    if denied:
        match = rng.choice(denied)
        word = match.group().lower()
        kept = "can" if word == "cannot" else "" if word.startswith("never") else "will" if word.startswith("won") else match.group(1)
        return exchange(text, match, kept)
    opposite, auxiliary = list(OPPOSITE_WORD.finditer(text)), list(AUXILIARY.finditer(text))
    if opposite and (not auxiliary or rng.random() < 0.5):
        match = rng.choice(opposite)
        return exchange(text, match, OPPOSITE[match.group()])
    if not auxiliary:
        return None
    match = rng.choice(auxiliary)
    word = match.group()
    if word.lower() in ("is", "was", "did", "has") and rng.random() < 0.25:
        return exchange(text, match, word + "n't")
    return exchange(text, match, word + (" never" if rng.random() < 0.15 else " not"))


def modality(text, rng):
    found = list(WEAK_WORD.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    return exchange(text, match, WEAK[match.group()])


def unqualified(text, rng):
    found = list(QUALIFIER.finditer(text))
    if not found:
        return None
    match = rng.choice(found)
    return exchange(text, match, "")


def shortened(text, rng):
    """The sentence, still true, without a parenthesis, an opening phrase or a trailing clause. None if it has none."""
    made = re.sub(r" \([^()]*\)", "", text)
    if rng.random() < 0.5:
        opening = re.match(r"(?:In|On|At|During|After|Since|According to|By|For|As)\b[^,]{3,60}, (?=[a-zA-Z])", made)
        if opening:
            made = made[opening.end()].upper() + made[opening.end() + 1:]
    if rng.random() < 0.5:
        made = re.sub(r", (?:which|who|where|while|although|including|but|as|after|with)\b[^,;]{8,}([.!?])$", r"\1", made)
    return made if made != text and len(made.split()) > 5 else None


# The relation of the changed statement to the original text: contradicted by it, or only partly supported.
CONTRADICTING = {"year": year, "date": date, "number": number, "unit": unit, "negation": negation, "traded": traded}
OVERSTATING = {"modality": modality, "unqualified": unqualified}
NAMING = {"name": name, "speaker": speaker}


def mutated(text, rng, pool):
    """A changed sentence, its kind and whether it contradicts the old one (or only overstates it); None if nothing
    fits."""
    kinds = ["year", "date", "number", "number", "unit", "negation", "negation", "traded", "name", "name", "speaker", "modality", "unqualified"]
    rng.shuffle(kinds)
    for kind in kinds:
        made = NAMING[kind](text, rng, pool) if kind in NAMING else {**CONTRADICTING, **OVERSTATING}[kind](text, rng)
        if made and made != text:
            return made, kind, kind not in OVERSTATING
    return None
