package ibid.answer.stance;

import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.WordList;
import java.util.Set;

/**
 * Finds the words that are the subject of a verb: what stands before it in its clause, beyond a relative clause or an
 * apposition.
 */
final class VerbSubject {

    private static final Set<String> BETWEEN = WordList.read(VerbSubject.class, "not-subjects.txt");
    private static final Set<String> CLAUSE_OPENERS = WordList.read(VerbSubject.class, "clause-openers.txt");
    private static final Set<String> RELATIVE = Set.of("who", "which", "whose");
    private static final Set<String> BORDERS = Set.of(",", ";", ":", "“", "”", "\"", "(", ")", "–", "—", "‘");
    private static final Set<String> ADJUNCT_OPENERS =
            Set.of("in", "on", "at", "by", "after", "for", "with", "from", "during", "last", "this", "yesterday");
    private static final Set<String> VERBS = Set.of("is", "are", "was", "were", "has", "have", "had", "to");
    private static final Set<String> BEFORE_NAME_OF_PHRASE = Set.of("of", "the", "for"); // "the mayor of Oster"
    private static final int MAX_POSSESSIVE = 3; // lexemes: "Malaysia", "'", "s"
    private static final int MAX_WORDS = 12; // longer ones are no subjects but clauses misread

    private final Lexemes words;

    VerbSubject(Lexemes words) {
        this.words = words;
    }

    /** The subject's words as written; empty where none is found. */
    String before(int verb) {
        int end = withoutAuxiliaries(verb);
        if (words.is(end - 1, ",")) {
            return beforeComma(end - 1);
        }
        int start = startOfSegment(end);
        if (RELATIVE.contains(words.key(start)) && words.is(start - 1, ",")) {
            return segment(startOfSegment(start - 1), start - 1);
        }
        return segment(start, end);
    }

    /** "Hasan, a minister, said": the words before the apposition; "The minister, Mohamad Hasan, said": those in it. */
    private String beforeComma(int comma) {
        int inner = startOfSegment(comma);
        boolean isName = isNameOnly(inner, comma);
        if (isName || !words.is(inner - 1, ",")) {
            return segment(inner, comma) + (isName ? country(inner - 1) : "");
        }
        return segment(startOfSegment(inner - 1), inner - 1);
    }

    /** " (Malaysia)" of "Malaysia's foreign minister," before a name; empty where nothing possesses the minister. */
    private String country(int comma) {
        int start = startOfSegment(comma);
        boolean isPossessive = words.is(start + 1, "'") || words.is(start + 1, "’");
        return words.isCapitalised(start) && isPossessive ? " (" + words.text(start) + ")" : "";
    }

    private boolean isNameOnly(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!words.isCapitalised(at) && !words.is(at, ".") && !words.is(at, "-")) {
                return false;
            }
        }
        return from < to;
    }

    private int withoutAuxiliaries(int verb) {
        int end = verb;
        while (end > 0 && (BETWEEN.contains(words.key(end - 1)) || isAdverb(end - 1))) {
            end--;
        }
        return end;
    }

    private boolean isAdverb(int at) {
        return words.key(at).endsWith("ly") && !words.isCapitalised(at);
    }

    private int startOfSegment(int end) {
        int start = end;
        while (start > 0 && !isBorder(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean isBorder(int at) {
        if (BORDERS.contains(words.text(at))) {
            return true;
        }
        boolean opensRelative = RELATIVE.contains(words.key(at + 1));
        return CLAUSE_OPENERS.contains(words.key(at)) && !isJoinedName(at) || opensRelative && words.is(at, ",");
    }

    /** "Police and Justice": "and" within a name joins it. */
    private boolean isJoinedName(int at) {
        return words.is(at, "and") && words.isCapitalised(at - 1) && words.isCapitalised(at + 1);
    }

    private String segment(int from, int to) {
        int start = withoutAdjunct(from, to);
        boolean isSubject = start < to && to - start <= MAX_WORDS && !hasVerb(start, to);
        return isSubject ? nameOrWhole(start, to) : "";
    }

    /** The name that ends the words, with the country that possesses it; all words where the name belongs to them. */
    private String nameOrWhole(int start, int to) {
        int name = startOfName(start, to);
        boolean isPartOfPhrase = BEFORE_NAME_OF_PHRASE.contains(words.key(name - 1));
        if (name == to || name == start || isPartOfPhrase) {
            return words.slice(start, to);
        }
        boolean isPossessed = words.is(name - 1, "s") && words.isCapitalised(start) && name - start <= MAX_POSSESSIVE;
        return words.slice(name, to) + (isPossessed ? " (" + words.text(start) + ")" : "");
    }

    /** "Its author Shigeru Ishiba", "Malaysia's Mohamad Hasan": where the name at the end begins. */
    private int startOfName(int from, int to) {
        int start = to;
        while (start > from && (isOfName(start - 1) || words.is(start - 1, "-") && start < to)) {
            start--;
        }
        return start;
    }

    /** Capitalised, but not as a weekday or the opening of a sentence is. */
    private boolean isOfName(int at) {
        return words.isCapitalised(at) && !Names.isCommon(words.key(at));
    }

    private boolean hasVerb(int from, int to) {
        for (int at = from; at < to; at++) {
            if (VERBS.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    /** "On Tuesday Rui Falk": without the time and place before the name. */
    private int withoutAdjunct(int from, int to) {
        if (!ADJUNCT_OPENERS.contains(words.key(from))) {
            return from;
        }
        int start = to;
        while (start > from && (isOfName(start - 1) || words.is(start - 1, "."))) {
            start--;
        }
        return start;
    }
}
