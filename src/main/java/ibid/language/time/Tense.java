package ibid.language.time;

import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides whether the words around a date are about the past or the future: "will be held on 15 January" means the next
 * one.
 */
public enum Tense {
    PAST,
    FUTURE,
    UNKNOWN;

    private static final int MAX_CLAUSE_CHARS = 160;
    private static final Set<String> SENTENCE_ENDS = Set.of(".", ";", ":", "!", "?");
    private static final Set<String> CONJUNCTIONS =
            Set.of("that", "which", "who", "but", "because", "while", "although");
    private static final Set<String> FUTURE_WORDS = WordList.read(Tense.class, "future-words.txt");
    private static final Set<String> PAST_VERBS = WordList.read(Tense.class, "past-verbs.txt");
    private static final Set<String> BEING = Set.of("is", "are", "be");
    private static final Set<String> AFTER_BEING =
            Set.of("to", "due", "set", "scheduled", "expected", "planned", "likely", "going");

    /** The tense of what is said at a place of a text, in chars. */
    public static Tense at(String text, int start, int end) {
        Lexemes words = new Lexemes(text);
        int from = 0;
        while (from < words.size() && words.end(from) <= start) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.start(to) < end) {
            to++;
        }
        return of(words, from, to);
    }

    /**
     * The tense of the clause around some words of a text.
     *
     * @param start char offset of the words; the end is exclusive
     */
    public static Tense of(String text, int start, int end) {
        Lexemes lexemes = new Lexemes(text);
        int from = 0;
        while (from < lexemes.size() && lexemes.end(from) <= start) {
            from++;
        }
        int to = from;
        while (to < lexemes.size() && lexemes.start(to) < end) {
            to++;
        }
        return of(lexemes, from, to);
    }

    /**
     * The tense of the nearest verb before the expression in its clause, else of the next verb after it. If the
     * expression begins the sentence, that verb may be in the next clause.
     */
    static Tense of(Lexemes text, int from, int to) {
        Tense before = lastOf(words(text, clauseStart(text, from), from));
        if (before != UNKNOWN) {
            return before;
        }
        int next = to;
        if (text.isGlued(to, ",") && text.isSpaced(to + 1)) {
            next++;
        }
        return firstOf(words(text, next, clauseEnd(text, next)));
    }

    private static int clauseStart(Lexemes text, int from) {
        int at = from;
        while (at > 0 && text.start(from) - text.start(at - 1) <= MAX_CLAUSE_CHARS && !isBorder(text, at - 1)) {
            at--;
        }
        return at;
    }

    private static int clauseEnd(Lexemes text, int from) {
        int at = from;
        while (at < text.size() && text.end(at) - text.start(from) <= MAX_CLAUSE_CHARS && !isBorder(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean isBorder(Lexemes text, int at) {
        if (CONJUNCTIONS.contains(text.key(at))) {
            return true;
        }
        boolean mark = text.is(at, ",") || SENTENCE_ENDS.contains(text.key(at));
        return mark && !text.isGlued(at + 1);
    }

    /** The words of a clause; "won't" is one word. */
    private static List<String> words(Lexemes text, int from, int to) {
        List<String> words = new ArrayList<>();
        for (int at = from; at < to; at++) {
            if (text.isWord(at)) {
                int last = lastOfContraction(text, at, to);
                words.add(text.slice(at, last + 1).toLowerCase(Locale.ROOT).replace('’', '\''));
                at = last;
            }
        }
        return words;
    }

    private static int lastOfContraction(Lexemes text, int from, int to) {
        int at = from;
        while (isContraction(text, at) && at + 2 < to) {
            at += 2;
        }
        return at;
    }

    private static boolean isContraction(Lexemes text, int at) {
        boolean apostrophe = text.isGlued(at + 1, "'") || text.isGlued(at + 1, "’");
        return apostrophe && text.isGluedWord(at + 2);
    }

    private static Tense lastOf(List<String> words) {
        Tense tense = UNKNOWN;
        String before = "";
        for (String word : words) {
            tense = tense(before, word, tense);
            before = word;
        }
        return tense;
    }

    private static Tense firstOf(List<String> words) {
        String before = "";
        for (String word : words) {
            Tense tense = tense(before, word, UNKNOWN);
            if (tense != UNKNOWN) {
                return tense;
            }
            before = word;
        }
        return UNKNOWN;
    }

    private static Tense tense(String before, String word, Tense tenseSoFar) {
        if (isFuture(before, word, tenseSoFar)) {
            return FUTURE;
        }
        if (word.equals("due") && tenseSoFar == PAST) {
            return PAST; // "was due on"
        }
        if (before.equals("be")) {
            return tenseSoFar; // "will be held"
        }
        if (PAST_VERBS.contains(word)) {
            return PAST;
        }
        boolean participle = word.endsWith("ed") && word.length() > 3;
        return participle && tenseSoFar != FUTURE ? PAST : tenseSoFar; // "will soon be finally signed"
    }

    private static boolean isFuture(String before, String word, Tense tenseSoFar) {
        if (BEING.contains(before) && AFTER_BEING.contains(word)) {
            return true;
        }
        boolean wasDue = word.equals("due") && tenseSoFar == PAST;
        return word.endsWith("'ll") || FUTURE_WORDS.contains(word) && !wasDue;
    }
}
