package ibid.search.parts;

import ibid.language.Lexemes;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.SentenceEnd;
import ibid.search.rewrite.RuleQueryRewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text at the borders between whole questions: behind a question mark or a semicolon, and at "and" before a
 * clause with a verb of its own. Words in quotation marks are never cut.
 */
final class QuestionSplit {

    private static final Set<String> MARKS = Set.of("?", ";");
    private static final Set<String> LINKS = Set.of("and", "but", "also", "then", "so", "or");
    private static final Set<String> PREPOSITIONS =
            Set.of("in", "on", "at", "by", "since", "for", "from", "to", "with", "of");
    private static final Set<String> OPENINGS = Set.of(
            "who", "whom", "whose", "what", "when", "where", "why", "how", "which", "is", "are", "was", "were", "do",
            "does", "did", "has", "have", "had", "can", "could", "will", "would", "should");
    private static final Set<String> RELATIVE = Set.of("who", "whom", "whose", "which");
    private static final String QUOTES = "\"“”";

    private final String question;
    private final Lexemes words;

    private QuestionSplit(String question) {
        this.question = question;
        this.words = new Lexemes(question);
    }

    /** The questions in order, each without the mark and the link around it; only the text where it is one. */
    static List<String> of(String question) {
        List<String> pieces = new QuestionSplit(question.strip()).pieces();
        boolean areQuestions = pieces.stream().allMatch(QuestionSplit::isQuestion);
        return areQuestions ? pieces : List.of(question.strip());
    }

    private List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int at = 1; at < words.size(); at++) {
            int next = afterBorder(at);
            boolean isBorder = next > at && !continuesRelative(start, at, next);
            if (isBorder && isQuestion(words.slice(start, at))) {
                pieces.add(piece(start, at));
                start = next;
                at = next;
            }
        }
        pieces.add(piece(start, words.size()));
        return pieces;
    }

    private String piece(int from, int to) {
        String piece = words.slice(from, to);
        return SentenceEnd.removedFrom(piece);
    }

    /** Where the next question begins if there is a border at the place; else the place. */
    private int afterBorder(int at) {
        boolean hasMark = MARKS.contains(words.key(at));
        boolean hasComma = words.is(at, ",");
        int link = hasMark || hasComma ? at + 1 : at;
        int next = link;
        while (LINKS.contains(words.key(next))) {
            next++;
        }
        boolean isRelative = hasComma && next == link && RELATIVE.contains(words.key(next));
        boolean mayBegin = next > at && !isRelative && !isQuoted(at);
        return mayBegin && beginsQuestion(next, hasMark) ? next : at;
    }

    private boolean beginsQuestion(int at, boolean isNewSentence) {
        return at < words.size() && opensQuestion(at, isNewSentence) && isQuestion(textFrom(at));
    }

    private String textFrom(int at) {
        return question.substring(words.start(at));
    }

    /** "The woman who founded it and who led it" is one thing. */
    private boolean continuesRelative(int start, int border, int next) {
        boolean isRelative = RELATIVE.contains(words.key(next)) && !MARKS.contains(words.key(border));
        for (int at = start + 1; isRelative && at < border; at++) {
            if (words.is(at, words.key(next))) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuoted(int at) {
        long before = question.substring(0, words.start(at))
                .chars()
                .filter(sign -> QUOTES.indexOf(sign) >= 0)
                .count();
        return before % 2 == 1;
    }

    /** Whether a question may begin there; capitals within a sentence are those of a title. */
    private boolean opensQuestion(int at, boolean isNewSentence) {
        boolean isPreposition = PREPOSITIONS.contains(words.key(at)) && OPENINGS.contains(words.key(at + 1));
        boolean opens = OPENINGS.contains(words.key(at)) || isPreposition;
        return opens && (isNewSentence || !words.isCapitalised(at));
    }

    static boolean isQuestion(String piece) {
        return RuleQueryRewriter.isBare(piece) && piece.strip().contains(" ") || isWhole(piece);
    }

    private static boolean isWhole(String piece) {
        return QuestionClause.of(piece).filter(QuestionClause::isWhole).isPresent();
    }
}
