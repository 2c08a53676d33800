"""Batches made by processes of their own, for a device faster than one core makes them."""
import torch.multiprocessing as processes

WAITING = 4   # batches of a producer
PATIENCE = 300   # seconds until producers that make nothing count as dead


def produce(options, number, made):
    """Makes batches without end."""
    import torch
    from mixture import Mixture
    torch.set_num_threads(1)
    options.seed += 1000 * (1 + number)
    source = Mixture(options)
    while True:
        made.put(source.next())


class Producers:
    """Stands before a mixture: its batches come from processes that draw with other seeds. They begin anew at each start."""

    def __init__(self, mixture, options):
        self.mixture, self.claims, self.windows = mixture, mixture.claims, mixture.windows
        context = processes.get_context("spawn")
        self.made = context.Queue(WAITING * options.workers)
        for number in range(options.workers):
            context.Process(target=produce, args=(options, number, self.made), daemon=True).start()

    @property
    def seen(self):
        """Examples read of each kind."""
        return self.mixture.seen

    def next(self):
        """The next batch that any of them has made."""
        kind, batch = self.made.get(timeout=PATIENCE)
        self.seen[kind] += len(batch["ids"])
        return kind, batch

    def position(self):
        """Of what was seen."""
        return self.mixture.position()

    def go_to(self, position):
        """Takes over what was seen."""
        self.mixture.go_to(position)
