package ibid.eval.run;

import ibid.eval.client.ApiClient;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.DatasetFaults;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.NuggetFile;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks that a server has the articles, quotes and passages that a dataset refers to. A missing one would be scored as
 * not found, whatever the search does.
 */
public final class GroundTruthCheck {

    private static final int MAX_NEAREST_SHOWN = 3;

    private final ApiClient client;
    private final DatasetFaults faults = new DatasetFaults();

    private GroundTruthCheck(ApiClient client) {
        this.client = client;
    }

    /**
     * Throws with one line for each nugget or judgement that refers to something missing.
     *
     * @param folder the dataset's folder, used to find line numbers
     */
    public static void check(TestCollection collection, Path folder, ApiClient client) {
        GroundTruthCheck grounds = new GroundTruthCheck(client);
        Map<String, Integer> lines = NuggetFile.linesById(
                TestCollection.lines(folder, NuggetFile.NAME).orElse(List.of()));
        for (Nugget nugget : collection.nuggets()) {
            for (Nugget.Evidence evidence : nugget.evidence()) {
                grounds.words(lines.getOrDefault(nugget.id(), 0), nugget, evidence);
            }
        }
        List<String> judgements = TestCollection.lines(folder, Qrels.NAME).orElse(List.of());
        for (int at = 0; at < judgements.size(); at++) {
            if (!judgements.get(at).isBlank()) {
                grounds.passage(at + 1, judgements.get(at).strip().split("\\s+")[2]);
            }
        }
        grounds.faults.throwIfAny();
    }

    private void words(int line, Nugget nugget, Nugget.Evidence evidence) {
        Optional<OriginalArticle> original = client.original(evidence.article());
        String place = "nugget " + nugget.id() + ": ";
        if (original.isEmpty()) {
            String fault = "there is no article “" + evidence.article() + "”; " + nearest(evidence.article());
            faults.add(NuggetFile.NAME, line, place + fault);
        } else if (!original.get().text().value().contains(evidence.exact())) {
            String fault = "“" + evidence.exact() + "” is not in the article " + evidence.article();
            faults.add(NuggetFile.NAME, line, place + fault + "; copy the words from its view");
        }
    }

    private void passage(int line, String passage) {
        String article = passage.substring(0, Math.max(0, passage.lastIndexOf('#')));
        if (client.original(article).isEmpty()) {
            faults.add(
                    Qrels.NAME,
                    line,
                    "there is no passage “" + passage + "”, and no such article; " + nearest(article));
        } else if (client.passage(article, passage, article).isEmpty()) {
            List<String> there = client.passages(article, article);
            if (there.size() < ApiClient.MAX_PASSAGES) {
                faults.add(
                        Qrels.NAME,
                        line,
                        "there is no passage “" + passage + "”; its article has "
                                + there.stream()
                                        .sorted(Comparator.comparing(String::length)
                                                .thenComparing(id -> id))
                                        .collect(Collectors.joining(", "))
                                + ". Have the articles or the chunker changed? Write the file again with ./ibid eval "
                                + "draft --qrels");
            }
        }
    }

    private String nearest(String wanted) {
        List<String> articles = client.articles();
        if (articles.isEmpty()) {
            return "there are no articles at all";
        }
        return "the most similar are "
                + articles.stream()
                        .sorted(Comparator.comparingInt(id -> distance(wanted, id)))
                        .limit(MAX_NEAREST_SHOWN)
                        .collect(Collectors.joining(", "));
    }

    /** The Levenshtein distance of two strings. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                row[j] = Math.min(
                        Math.min(row[j - 1], above[j]) + 1,
                        above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
            }
            above = row;
        }
        return above[other.length()];
    }
}
