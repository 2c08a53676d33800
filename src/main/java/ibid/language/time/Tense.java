package ibid.language.time;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the words round a date speak of what was or of what is to come: "will be held on 15 January" means the next one. */
enum Tense {
    PAST,
    FUTURE,
    UNTOLD;

    private static final int NEAR = 160; // letters; no clause is longer
    private static final Pattern BORDER =
            Pattern.compile("[.;:!?]\\s|, |\\b(?:that|which|who|but|because|while|although) ");
    private static final Pattern WORD = Pattern.compile("[\\p{L}’']++");
    private static final Set<String> COMING = Set.of(
            "will",
            "won't",
            "shall",
            "must",
            "plan",
            "plans",
            "intends",
            "hopes",
            "expects",
            "upcoming",
            "coming",
            "due",
            "starting");
    private static final Set<String> BEING = Set.of("is", "are", "be"),
            TO_BE = Set.of("to", "due", "set", "scheduled", "expected", "planned", "likely", "going");
    private static final Set<String> WAS = Set.of(
            "was", "were", "had", "did", "been", "said", "told", "went", "came", "took", "met", "began", "fell", "rose",
            "left", "held", "won", "made", "gave", "spoke", "wrote", "saw", "fled", "ran", "sank");

    /** The nearest verb before the date in its clause tells, else the next one after it, in the next clause too where it opens the sentence. */
    static Tense of(String text, int start, int end) {
        int from = Math.max(0, start - NEAR);
        String before = text.substring(from, start);
        Matcher border = BORDER.matcher(before);
        int clause = 0;
        while (border.find()) clause = border.end();
        Tense told = last(before.substring(clause), false);
        if (told != UNTOLD) return told;
        String after = text.substring(end, Math.min(text.length(), end + NEAR));
        String clauses = after.startsWith(", ") ? after.substring(2) : after;
        Matcher next = BORDER.matcher(clauses);
        return last(next.find() ? clauses.substring(0, next.start()) : clauses, true);
    }

    /** The tense of the last verb, or of the first. */
    private static Tense last(String clause, boolean first) {
        Tense told = UNTOLD;
        String before = "";
        for (Matcher found = WORD.matcher(clause); found.find() && !(first && told != UNTOLD); ) {
            String word = found.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            told = tense(before, word, told);
            before = word;
        }
        return told;
    }

    private static Tense tense(String before, String word, Tense told) {
        if (BEING.contains(before) && TO_BE.contains(word)) return FUTURE;
        if (COMING.contains(word) || word.endsWith("'ll"))
            return word.equals("due") && told == PAST ? PAST : FUTURE; // "was due on"
        boolean participle = word.endsWith("ed") && word.length() > 3;
        if (before.equals("be") || participle && told == FUTURE || !participle && !WAS.contains(word))
            return told; // "will be held", "will soon be finally signed"
        return PAST;
    }
}
