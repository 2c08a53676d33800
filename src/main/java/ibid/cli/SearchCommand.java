package ibid.cli;

import ibid.ask.SourceArticle;
import ibid.search.Hit;
import ibid.search.LegScore;
import ibid.search.Query;
import ibid.serve.ServerParts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: prints a ranking. */
@Command(
        name = "search",
        abbreviateSynopsis = true,
        description = "Ranked passages with the score of each leg.",
        footer = {"", "Example: ./ibid search \"carrier strike group\""})
final class SearchCommand implements Callable<Integer> {

    private static final int MAX_PASSAGES = 1000;

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Collection collection;

    @Parameters(index = "0", paramLabel = "QUERY", description = "the words to search for")
    private String query;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "how many passages")
    private String limit;

    SearchCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int passages = Config.number("limit", limit, 1, MAX_PASSAGES);
        return wiring.withoutModel(wiring.config(collection.given()), parts -> search(parts, passages));
    }

    private int search(ServerParts parts, int passages) {
        parts.watcher().run(false, (done, total, what) -> {});
        List<Hit> hits = parts.retriever().retrieve(new Query(query), passages).hits();
        int rank = 1;
        for (Hit hit : hits) {
            print(rank++, hit);
        }
        if (hits.isEmpty()) {
            terminal.line("No passage matches.");
        }
        return 0;
    }

    private void print(int rank, Hit hit) {
        terminal.line(String.format("%2d  %.3f", rank, hit.score()) + terminal.faint(details(hit)));
        terminal.line("    " + terminal.strong(Terminal.name(SourceArticle.of(hit))));
        terminal.line("    " + hit.text().replaceAll("\\s+", " "));
    }

    private static String details(Hit hit) {
        StringBuilder details = new StringBuilder();
        for (LegScore leg : hit.legs()) {
            details.append("  ").append(text(leg));
        }
        return details.append("  ").append(hit.passage().id()).toString();
    }

    private static String text(LegScore leg) {
        if (leg.rank() == 0) {
            return leg.name() + " –";
        }
        return String.format("%s %.3f (%d)", leg.name(), leg.score(), leg.rank());
    }
}
