package ibid.answer.question;

import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.Set;

/**
 * Whether a question asks for one of a kind or for a name, whatever is said of it: "Which think tank did she write
 * for", "In which port did they call", "What was the ship called".
 */
public final class KindPhrase {

    private static final Set<String> STATEMENT_NOUNS = WordList.read(KindPhrase.class, "statement-nouns.txt");
    static final Set<String> PREPOSITIONS =
            Set.of("in", "at", "on", "for", "to", "from", "under", "with", "by", "of", "through");
    private static final Set<String> NAMED = Set.of("called", "named", "titled", "nicknamed");
    private static final Set<String> BE = Set.of("is", "are", "was", "were", "s", "will", "be");
    private static final Set<String> NOT_NOUNS = Set.of("else", "exactly", "about", "of", "on", "one");

    private KindPhrase() {}

    static boolean isIn(String question) {
        Lexemes words = new Lexemes(question);
        int which = words.isOneOf(0, PREPOSITIONS) ? 1 : 0;
        boolean isWhich = words.is(which, "which");
        if (!isWhich && !words.is(which, "what")) {
            return false;
        }
        return asksForName(words, which + 1) || words.isWord(which + 1) && isKind(words, which + 1, isWhich);
    }

    /** Whether it goes on from "what" as "was the ship called". @param verb the place behind "what" */
    public static boolean asksForName(Lexemes words, int verb) {
        int last = words.is(words.size() - 1, "?") ? words.size() - 2 : words.size() - 1;
        return words.isOneOf(verb, BE) && words.isOneOf(last, NAMED);
    }

    /** Up to the verb; "what said" and "what view did" are about words. */
    private static boolean isKind(Lexemes words, int from, boolean isWhich) {
        int at = from;
        while (words.isWord(at) && !QuestionForm.isAuxiliary(words.key(at))) {
            if (words.isOneOf(at, STATEMENT_NOUNS)) {
                return false;
            }
            at++;
        }
        boolean isNoun = at > from && !words.isOneOf(from, NOT_NOUNS);
        return isNoun && (isWhich || QuestionForm.isAuxiliary(words.key(at)));
    }
}
