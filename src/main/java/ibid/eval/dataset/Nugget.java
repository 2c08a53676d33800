package ibid.eval.dataset;

import java.util.List;
import java.util.Locale;

/**
 * A fact a good answer holds (Voorhees, TREC 2003 QA; castorini/nuggetizer).
 *
 * @param vital    whether an answer without it is incomplete
 * @param accept   the nugget is found where an answer holds every text of any one of these lists; where there is no
 *                 list, where a footnote quotes its evidence
 * @param evidence words of articles that state it; it may be empty where {@code accept} is not
 */
public record Nugget(
        String topic, String id, String text, boolean vital, List<List<String>> accept, List<Evidence> evidence) {

    /** Words of an article that state the nugget, to the letter. */
    public record Evidence(String article, String exact) {}

    public Nugget {
        accept = accept.stream().map(List::copyOf).toList();
        evidence = List.copyOf(evidence);
        if (accept.isEmpty() && evidence.isEmpty()) {
            throw new IllegalArgumentException("nugget " + id + " with neither accepted words nor evidence");
        }
    }

    public boolean foundIn(String answer) {
        String plain = plain(answer);
        return accept.stream().anyMatch(all -> all.stream().allMatch(part -> plain.contains(plain(part))));
    }

    /** Lower case, one kind of quote, dash and space. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[“”„«»\"]", "\"")
                .replaceAll("[‘’`]", "'")
                .replaceAll("[‐‑‒–—]", "-")
                .replaceAll("\\s+", " ");
    }
}
