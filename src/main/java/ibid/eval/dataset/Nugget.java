package ibid.eval.dataset;

import java.util.List;
import java.util.Locale;

/**
 * A fact that a good answer contains (Voorhees, TREC 2003 QA; castorini/nuggetizer).
 *
 * @param vital whether an answer without it is incomplete
 * @param accept   an answer holds the nugget if it contains every text of any one list; without lists, if a footnote
 *                 quotes the evidence
 * @param evidence quotes of articles that state it; may be empty unless {@code accept} is
 */
public record Nugget(
        String topic, String id, String text, boolean vital, List<List<String>> accept, List<Evidence> evidence) {

    /** An exact quote of an article that states the nugget. */
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

    /** Normalises case, quotation marks, dashes and spaces. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[“”„«»\"]", "\"")
                .replaceAll("[‘’`]", "'")
                .replaceAll("[‐‑‒–—]", "-")
                .replaceAll("\\s+", " ");
    }
}
