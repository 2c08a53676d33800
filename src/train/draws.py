"""Draws rows in a shuffled order whose position a checkpoint stores as one number per deck."""
import hashlib
import random

HELD_SLICES = 50   # one group of rows in 50 is kept for validation


class Deck:
    """Numbers below `size` in a shuffled order; each is drawn once before any is repeated."""

    def __init__(self, size, seed, drawn=0):
        self.size, self.seed, self.drawn = size, seed, drawn
        self.lap, self.order = None, []

    def draw(self):
        """The next number."""
        lap, at = divmod(self.drawn, self.size)
        if lap != self.lap:
            self.lap, self.order = lap, list(range(self.size))
            random.Random(f"{self.seed} {lap}").shuffle(self.order)
        self.drawn += 1
        return self.order[at]


class Draws:
    """A source of examples. Its position is the random state and the position of each deck."""

    def __init__(self, seed):
        self.seed, self.rng, self.decks = seed, random.Random(seed), {}

    def number(self, key, size):
        """The next number below `size` of the deck named `key`."""
        if key not in self.decks:
            self.decks[key] = Deck(size, f"{self.seed} {key}")
        return self.decks[key].draw()

    def position(self):
        """The state that `go_to` restores."""
        return {"random": self.rng.getstate(), "drawn": {key: (deck.size, deck.drawn) for key, deck in self.decks.items()}}

    def go_to(self, position):
        """Restores a position; a deck whose number of rows has changed starts again."""
        self.rng.setstate(position["random"])
        self.decks = {key: Deck(size, f"{self.seed} {key}", drawn) for key, (size, drawn) in position["drawn"].items()}


def held(text):
    """Whether the rows about this text (an evidence, a question) are kept for validation."""
    return int(hashlib.md5(text[:300].encode()).hexdigest(), 16) % HELD_SLICES == 7
