package ibid.api.collection;

import java.time.LocalDate;
import java.util.List;

/**
 * Figures of the answers of some days, for editors.
 *
 * @param from       first day, included
 * @param to         last day, included
 * @param days       only those with answers
 * @param unanswered questions without an answer, the most frequent first
 * @param neverCited ids of articles that no stored answer cites
 */
public record StatsBody(
        LocalDate from,
        LocalDate to,
        List<Day> days,
        Latency latencyMs,
        Thumbs feedback,
        List<Unanswered> unanswered,
        List<String> neverCited) {

    /** Answers of a day by outcome, in UTC. */
    public record Day(LocalDate day, int answers, int answered, int partial, int abstained) {}

    /** Milliseconds from question to answer by nearest rank; null without answers. */
    public record Latency(Integer p50, Integer p95, Integer p99) {}

    public record Thumbs(int up, int down) {}

    /**
     * A question that was not answered since, whoever asked it, with those that ask much the same.
     *
     * @param times how often all of them were asked
     * @param last  the day one of them was asked last
     * @param similar the others, in other words
     */
    public record Unanswered(String question, int times, LocalDate last, List<String> similar) {

        public Unanswered {
            similar = List.copyOf(similar);
        }
    }

    public StatsBody {
        days = List.copyOf(days);
        unanswered = List.copyOf(unanswered);
        neverCited = List.copyOf(neverCited);
    }
}
