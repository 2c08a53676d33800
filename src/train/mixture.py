"""The stream of a training: batches of claims and of questions, in their shares of examples."""
from claims import ClaimStream
from examples import batches, collate, collate_claims, encode, encode_claim, tokenizer
from shares import FEVER, NEW_CLAIMS, OLD_CLAIMS, PARTS
from windows import Stream


class Mixture:
    """Batches of claims and of questions, in their shares of examples."""

    def __init__(self, options):
        words = tokenizer(options.tokenizer)
        old = {**OLD_CLAIMS, **FEVER} if options.fever else OLD_CLAIMS
        parts = {name: share for name, share in PARTS.items() if name != "questions"}
        self.claims = ClaimStream(options.data, options.seed, parts, {"new": NEW_CLAIMS, "old": old})
        self.windows = Stream(options.data, options.seed)
        self.batches = {"claims": batches(self.claims, words, options.tokens, encode_claim, collate_claims),
                        "windows": batches(self.windows, words, options.tokens, encode, collate)}
        self.seen = {"claims": 0, "windows": 0}

    def next(self):
        """The next batch, of the kind that is below its share."""
        total = sum(self.seen.values())
        kind = "windows" if self.seen["windows"] * 100 < PARTS["questions"] * total else "claims"
        batch = next(self.batches[kind])
        self.seen[kind] += len(batch["ids"])
        return kind, batch

    def position(self):
        """The position of the streams; the examples waiting in the two pools are skipped on resume."""
        return {"claims": self.claims.position(), "windows": self.windows.position(), "seen": dict(self.seen)}

    def go_to(self, position):
        """Restores a position."""
        self.claims.go_to(position["claims"])
        self.windows.go_to(position["windows"])
        self.seen = position["seen"]
