package ibid.answer.question;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.OfficeNouns;
import ibid.language.WordList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The person or thing that a question wants explained: "Who is X?", "What is X?", "What does X stand for?".
 *
 * @param text      as the question has it, without an article
 * @param isPerson  whether it is somebody
 * @param isAcronym whether the words that it stands for are asked for
 */
public record AskedTerm(String text, boolean isPerson, boolean isAcronym) {

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(AskedTerm.class, "definition-cues.txt");
    private static final CuePhrases MEANT = new CuePhrases(List.of("what is/are/was meant by"));
    private static final Set<String> NO_TERM = WordList.read(AskedTerm.class, "no-term-words.txt");
    /** "What is a cog railway, as explained in the report" */
    private static final Set<String> BEFORE_SOURCE = Set.of("as", "according", "going", "per", "in", "if");

    private static final Set<String> ENDS = Set.of("?", ".", "!");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");
    private static final int MAX_TERM_WORDS = 7;
    private static final int MIN_ING_CHARS = 6; // "king" is a noun
    private static final int MAX_NAME_WORDS = 4;

    /** Empty where the question does not want that. */
    public static Optional<AskedTerm> of(String wholeQuestion) {
        String question = QuestionForm.core(wholeQuestion);
        for (Map.Entry<String, CuePhrases> kind : CUES.entrySet()) {
            for (CuePhrases.Occurrence cue : kind.getValue().findIn(question)) {
                Optional<AskedTerm> term = of(kind.getKey(), question.substring(cue.end()));
                if (term.isPresent()) {
                    return term;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<AskedTerm> of(String kind, String rest) {
        Optional<String> quoted = kind.equals("DEFINE") ? quoted(rest) : Optional.empty();
        Lexemes words = new Lexemes(quoted.orElse(rest));
        int end = endOfTerm(words);
        return switch (kind) {
            case "WHO" -> person(words, end);
            case "WHAT" -> thing(words, end);
            case "EXPANSION" -> upTo(words, "stand", true);
            case "MEANING" -> upTo(words, "mean", false);
            default -> term(words, 0, end, false);
        };
    }

    private static int endOfTerm(Lexemes words) {
        int end = words.size();
        for (int at = 1; at < end; at++) {
            if (words.is(at, ",") && words.isOneOf(at + 1, BEFORE_SOURCE)) {
                return at;
            }
        }
        while (end > 0 && words.isOneOf(end - 1, ENDS)) {
            end--;
        }
        return end;
    }

    /** "by the phrase 'hub and spokes' when": what is in quotation marks is the term. */
    private static Optional<String> quoted(String rest) {
        Matcher quotation = QuestionAnalysis.QUOTATION.matcher(rest);
        return quotation.find() ? Optional.of(quotation.group(1)) : Optional.empty();
    }

    /** Whether it asks in so many words what something means, whatever else it says. */
    static boolean isMeaning(String question) {
        return MEANT.isIn(question);
    }

    private static Optional<AskedTerm> person(Lexemes words, int end) {
        if (end == 0 || end > MAX_NAME_WORDS) {
            return Optional.empty();
        }
        for (int at = 0; at < end; at++) {
            if (!isOfName(words, at) || isOffice(words, at, end)) {
                return Optional.empty();
            }
        }
        return Optional.of(new AskedTerm(words.slice(0, end), true, false));
    }

    private static boolean isOfName(Lexemes words, int at) {
        boolean isParticiple = words.key(at).endsWith("ed") && !words.isCapitalised(at);
        if (isParticiple || words.isOneOf(at, NO_TERM) || words.isOneOf(at, ARTICLES)) {
            return false;
        }
        return words.isWord(at) || words.is(at, ".") || words.is(at, "-");
    }

    /** "president" asks for a holder; "President Biden" is a name. */
    private static boolean isOffice(Lexemes words, int at, int end) {
        boolean isTitle = words.isCapitalised(at) && words.isCapitalised(end - 1) && at < end - 1;
        return OfficeNouns.contains(words.key(at)) && !isTitle;
    }

    /** A name, or a noun with an article that no preposition or verb goes on from. */
    private static Optional<AskedTerm> thing(Lexemes words, int end) {
        for (int at = 0; at < end; at++) {
            if (words.isPossessive(at) || goesOn(words, at)) {
                return Optional.empty();
            }
        }
        boolean isDefinite = words.is(0, "the");
        boolean isPlainNoun = isDefinite && end == 2 && !words.isCapitalised(1);
        return isPlainNoun ? Optional.empty() : term(words, 0, end, false);
    }

    /** Whether the word tells that more than a term is meant, and is not of a name, as "of" between capitals is. */
    private static boolean goesOn(Lexemes words, int at) {
        if (words.isCapitalised(at) || words.isCapitalised(at + 1) && words.isCapitalised(at - 1)) {
            return false;
        }
        boolean isVerb =
                words.key(at).length() >= MIN_ING_CHARS && words.key(at).endsWith("ing");
        return isVerb || words.isOneOf(at, NO_TERM);
    }

    private static Optional<AskedTerm> upTo(Lexemes words, String verb, boolean isAcronym) {
        for (int at = 0; at < words.size(); at++) {
            if (words.key(at).startsWith(verb)) {
                return term(words, 0, at, isAcronym);
            }
        }
        return Optional.empty();
    }

    private static Optional<AskedTerm> term(Lexemes words, int from, int end, boolean isAcronym) {
        int start = ARTICLES.contains(words.key(from)) ? from + 1 : from;
        boolean isTerm = start < end && end - start <= MAX_TERM_WORDS * 2;
        return isTerm ? Optional.of(new AskedTerm(words.slice(start, end), false, isAcronym)) : Optional.empty();
    }
}
