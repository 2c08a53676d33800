package ibid.answer.question;

import ibid.language.Lexemes;
import java.util.Optional;
import java.util.Set;

/** Tells by its form whether a question wants yes or no, a choice between two, or what something is. */
public final class QuestionForm {

    private static final Set<String> AUXILIARIES = Set.of(
            "did", "do", "does", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would",
            "should", "shall", "may", "might", "must", "isn", "aren", "wasn", "weren", "didn", "doesn", "don", "hasn",
            "haven", "won");
    private static final Set<String> LEADS = Set.of("and", "so", "but", "then", "also", "ok", "okay", ",");
    private static final Set<String> QUESTION_WORDS =
            Set.of("who", "whom", "whose", "what", "which", "when", "where", "why", "how");
    private static final Set<String> DO = Set.of("did", "does", "do", "has", "had", "have");
    private static final Set<String> SAY = Set.of("say", "said", "tell", "told", "write", "written");
    private static final int MAX_WORDS_TO_SAY = 7; // "What did the new defence minister of Fiji say about"
    private static final Set<String> ASKING = Set.of("you", "i", "we");
    private static final Set<String> COMPARATIVES = Set.of("more", "less", "fewer", "first", "better", "worse", "last");
    private static final Set<String> NO_COMPARATIVES = Set.of(
            "other", "never", "after", "under", "over", "power", "water", "paper", "letter", "minister", "leader");
    private static final int MAX_WORDS_TO_COMPARATIVE = 6;
    private static final Set<String> ADVERBIAL_OPENERS = Set.of(
            "in",
            "at",
            "on",
            "as",
            "by",
            "for",
            "after",
            "before",
            "during",
            "since",
            "until",
            "while",
            "when",
            "under",
            "according",
            "with",
            "from",
            "among",
            "if");
    private static final int MAX_WORDS_OF_ADVERBIAL = 16;
    private static final Set<String> TOLD =
            Set.of("explained", "told", "described", "reported", "defined", "given", "stated", "put", "quoted");

    private QuestionForm() {}

    /** Whether the word in lower case is an auxiliary verb. */
    public static boolean isAuxiliary(String word) {
        return AUXILIARIES.contains(word);
    }

    static Optional<AnswerType> typeOf(String question) {
        Lexemes words = new Lexemes(question);
        int first = 0;
        while (LEADS.contains(words.key(first))) {
            first++;
        }
        if (asksWhatIsSaid(words, first)) {
            return Optional.of(AnswerType.STATEMENT);
        }
        if (asksWhereSomethingIs(words, first)) {
            return Optional.of(AnswerType.PLACE);
        }
        boolean isYesNo = AUXILIARIES.contains(words.key(first)) && !asksToTell(words, first);
        boolean isWhich = Set.of("which", "who", "what").contains(words.key(first));
        if ((isYesNo || isWhich) && isChoice(words, first)) {
            return Optional.of(AnswerType.CHOICE);
        }
        return isYesNo ? Optional.of(AnswerType.YES_NO) : Optional.empty();
    }

    /** "Where is the think tank?", whatever words follow. */
    private static boolean asksWhereSomethingIs(Lexemes words, int first) {
        return words.is(first, "where") && AUXILIARIES.contains(words.key(first + 1)) && !words.isOneOf(first + 1, DO);
    }

    /** "What did she say about", whatever follows: "how fast they would work". */
    private static boolean asksWhatIsSaid(Lexemes words, int first) {
        if (!words.is(first, "what") || !words.isOneOf(first + 1, DO)) {
            return false;
        }
        for (int at = first + 2; at <= first + 2 + MAX_WORDS_TO_SAY; at++) {
            if (words.isOneOf(at, SAY)) {
                return words.is(at + 1, "about");
            }
        }
        return false;
    }

    /** Whether it begins with "who", whatever verb follows: "Who proposed it?" */
    static boolean asksWho(String question) {
        Lexemes words = new Lexemes(question);
        int first = 0;
        while (words.isOneOf(first, LEADS)) {
            first++;
        }
        return words.is(first, "who") || words.is(first, "whom") || words.is(first, "whose");
    }

    /**
     * What is asked, without what goes before and behind it: without "Can you tell me", "As of May 2020," and
     * ", according to the report".
     */
    static String core(String question) {
        Lexemes words = new Lexemes(question);
        int from = AUXILIARIES.contains(words.key(0)) ? questionWithin(words, 0) : afterAdverbial(words);
        int end = sourceAtEnd(words, from);
        return question.substring(words.start(from), end < 0 ? question.length() : words.start(end))
                .strip();
    }

    /** The place behind "In Rao's study,", where a question follows; 0 where it does not begin so. */
    private static int afterAdverbial(Lexemes words) {
        if (!words.isOneOf(0, ADVERBIAL_OPENERS)) {
            return 0;
        }
        for (int at = 1; at <= MAX_WORDS_OF_ADVERBIAL && !words.isOneOf(at, QUESTION_WORDS); at++) {
            boolean isAsked = AUXILIARIES.contains(words.key(at + 1)) || words.isOneOf(at + 1, QUESTION_WORDS);
            if (words.is(at, ",") && isAsked) {
                return at + 1;
            }
        }
        return 0;
    }

    /** The place of the comma before "according to the report", "as explained there"; -1 where there is none. */
    private static int sourceAtEnd(Lexemes words, int from) {
        for (int at = from + 1; at < words.size(); at++) {
            boolean isSource = words.phrase(at + 1, 2).equals("according to")
                    || words.phrase(at + 1, 2).equals("going by")
                    || words.is(at + 1, "as") && words.isOneOf(at + 2, TOLD);
            if (words.is(at, ",") && isSource) {
                return at;
            }
        }
        return -1;
    }

    private static boolean asksToTell(Lexemes words, int first) {
        return questionWithin(words, first) > first;
    }

    private static int questionWithin(Lexemes words, int first) {
        if (!words.isOneOf(first + 1, ASKING)) {
            return first;
        }
        for (int at = first + 2; at < words.size(); at++) {
            if (words.isOneOf(at, QUESTION_WORDS) || words.is(at, "define") || words.is(at, "list")) {
                return at;
            }
        }
        return first;
    }

    /** "Which is bigger, A or B?" */
    private static boolean isChoice(Lexemes words, int first) {
        boolean hasComparative = false;
        for (int at = first + 1; at < words.size(); at++) {
            if (words.is(at, "or")) {
                return hasComparative || isLastComparative(words);
            }
            hasComparative |= at <= first + MAX_WORDS_TO_COMPARATIVE && isComparative(words.key(at));
        }
        return false;
    }

    /** "Is A or B bigger?" */
    private static boolean isLastComparative(Lexemes words) {
        int last = words.is(words.size() - 1, "?") ? words.size() - 2 : words.size() - 1;
        return isComparative(words.key(last));
    }

    private static boolean isComparative(String word) {
        boolean byEnding = word.length() > 4 && word.endsWith("er") && !NO_COMPARATIVES.contains(word);
        return COMPARATIVES.contains(word) || byEnding;
    }
}
