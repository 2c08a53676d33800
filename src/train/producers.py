"""Produces batches in separate processes, for a device that is faster than one core can supply."""
import torch.multiprocessing as processes

MAX_WAITING_BATCHES = 4   # per producer
TIMEOUT_SECONDS = 300   # after which silent producers count as dead


def produce(options, number, made):
    """Produces batches in an endless loop."""
    import torch
    from mixture import Mixture
    torch.set_num_threads(1)
    options.seed += 1000 * (1 + number)
    source = Mixture(options)
    while True:
        made.put(source.next())


class Producers:
    """A mixture whose batches come from processes with different seeds. They start from the beginning at each start."""

    def __init__(self, mixture, options):
        self.mixture, self.claims, self.windows = mixture, mixture.claims, mixture.windows
        context = processes.get_context("spawn")
        self.made = context.Queue(MAX_WAITING_BATCHES * options.workers)
        for number in range(options.workers):
            context.Process(target=produce, args=(options, number, self.made), daemon=True).start()

    @property
    def seen(self):
        """Examples read of each kind."""
        return self.mixture.seen

    def next(self):
        """The next batch of any producer."""
        kind, batch = self.made.get(timeout=TIMEOUT_SECONDS)
        self.seen[kind] += len(batch["ids"])
        return kind, batch

    def position(self):
        """The position of the underlying mixture."""
        return self.mixture.position()

    def go_to(self, position):
        """Restores the position of the underlying mixture."""
        self.mixture.go_to(position)
