package ibid.eval.dataset;

import ibid.IbidException;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Judged passages by topic: grade 2 if a passage holds a vital nugget's evidence, 1 for an okay nugget's. The file has
 * TREC's four columns.
 */
public record Qrels(Map<String, Map<String, Integer>> grades) {

    public static final String NAME = "qrels.txt";

    /** The judged passages of a topic; empty for a topic without an answer. */
    public Map<String, Integer> of(String topic) {
        return grades.getOrDefault(topic, Map.of());
    }

    public static Qrels read(List<String> lines, Set<String> topics, DatasetFaults faults) {
        Map<String, Map<String, Integer>> grades = new TreeMap<>();
        for (int at = 0; at < lines.size(); at++) {
            String[] columns = lines.get(at).strip().split("\\s+");
            if (lines.get(at).isBlank()) {
                continue;
            }
            if (columns.length != 4 || !columns[3].matches("-?\\d+")) {
                faults.add(
                        NAME,
                        at + 1,
                        "needs a topic, 0, a passage and a grade, separated by spaces, such as: t1 0 asean-says-no#3 "
                                + "2");
            } else if (!topics.contains(columns[0])) {
                faults.add(NAME, at + 1, "no topic “" + columns[0] + "” in topics.tsv; use an existing one");
            } else if (grades.computeIfAbsent(columns[0], topic -> new LinkedHashMap<>())
                            .put(columns[2], Integer.parseInt(columns[3]))
                    != null) {
                faults.add(
                        NAME,
                        at + 1,
                        "passage " + columns[2] + " of topic " + columns[0]
                                + " is already judged in this file; keep one of the lines");
            }
        }
        return new Qrels(grades);
    }

    /**
     * An article with its passages in the index.
     *
     * @param passages the span of each passage in the text, by its id
     */
    public record CutArticle(Text text, Map<String, Span> passages) {

        /** The passages that overlap the quote. */
        List<String> holding(Span quote) {
            List<String> holding = new ArrayList<>();
            passages.forEach((id, span) -> {
                if (span.start() < quote.end() && quote.start() < span.end()) {
                    holding.add(id);
                }
            });
            return holding;
        }
    }

    /**
     * Computes the judgements from the nuggets' quotes, so that they survive a change of the chunker.
     *
     * @param article by id; throws if there is none
     */
    public static Qrels from(List<Nugget> nuggets, Function<String, CutArticle> article) {
        Map<String, Map<String, Integer>> grades = new TreeMap<>();
        for (Nugget nugget : nuggets) {
            for (Nugget.Evidence evidence : nugget.evidence()) {
                CutArticle source = article.apply(evidence.article());
                for (String passage : source.holding(place(nugget, evidence, source.text()))) {
                    grades.computeIfAbsent(nugget.topic(), topic -> new TreeMap<>())
                            .merge(passage, nugget.vital() ? 2 : 1, Math::max);
                }
            }
        }
        return new Qrels(grades);
    }

    private static Span place(Nugget nugget, Nugget.Evidence evidence, Text text) {
        int at = text.value().indexOf(evidence.exact());
        if (at < 0) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "nugget " + nugget.id() + ": “" + evidence.exact() + "” is not in the article " + evidence.article()
                            + "; copy the words from its view");
        }
        int start = text.codePointOffset(at);
        return new Span(start, text.codePointOffset(at + evidence.exact().length()));
    }

    /** The lines of the file, such as {@code t001 0 nsatu-takes-over#2 2}. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        grades.forEach((topic, passages) -> passages.forEach(
                (passage, grade) -> lines.append(String.join(" ", topic, "0", passage, String.valueOf(grade)) + "\n")));
        return lines.toString();
    }
}
