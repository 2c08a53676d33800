package ibid.export;

import ibid.api.share.RecheckBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What holds of an answer today, in words.
 *
 * @param byFootnote of each footnote by its number
 * @param summary    of the whole answer; empty where there is nothing to hold
 */
record Standing(Map<Integer, String> byFootnote, String summary) {

    /** Of an answer that was made just now. */
    static final Standing FRESH = new Standing(Map.of(), "");

    Standing {
        byFootnote = Map.copyOf(byFootnote);
    }

    static Standing of(RecheckBody today) {
        Map<Integer, String> byFootnote = new HashMap<>();
        today.footnotes().forEach(note -> byFootnote.put(note.number(), words(note)));
        return new Standing(byFootnote, byFootnote.isEmpty() ? "" : summary(today));
    }

    private static String words(RecheckBody.Note note) {
        return switch (note.state()) {
            case HOLDS -> "still holds";
            case CHANGED -> "article changed: it no longer has these words";
            case REMOVED -> "article removed";
            case CORRECTED -> "corrected since: " + note.correctedBy().note();
        };
    }

    private static String summary(RecheckBody today) {
        String what = today.holds() ? "everything still holds" : exceptions(today);
        return "Compared on " + today.checked() + " with the articles of index " + today.index() + ": " + what + ".";
    }

    private static String exceptions(RecheckBody today) {
        long holding = today.footnotes().stream()
                .filter(note -> note.state() == RecheckBody.State.HOLDS)
                .count();
        long others = today.sentences().stream()
                .filter(claim -> claim.now() != claim.before())
                .count();
        String footnotes =
                "still holding: " + holding + " of " + today.footnotes().size() + " footnotes";
        return others == 0 ? footnotes : footnotes + "; sentences with other support now: " + others;
    }

    /** Of one or several footnotes; empty if the answer was made just now. */
    String of(List<Integer> footnotes) {
        return footnotes.stream()
                .map(number -> byFootnote.getOrDefault(number, ""))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
