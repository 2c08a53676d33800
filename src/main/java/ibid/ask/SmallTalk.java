package ibid.ask;

import ibid.answer.CuePhrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people write that asks nothing of the articles: greetings, thanks, questions about Ibid itself, signs without
 * words. It gets a sentence instead of a search.
 */
final class SmallTalk {

    private static final String NO_WORDS = "There are no words in this to search for.";
    private static final String ABOUT_IBID = "Ibid answers questions from the articles of this collection,"
            + " in their own words, with a footnote under each sentence.";
    private static final Map<String, CuePhrases> KINDS = CuePhrases.readKinds(SmallTalk.class, "small-talk.txt");
    private static final CuePhrases ALL = all();

    /** What opens the reply; nothing to the other kinds. */
    private static final Map<String, String> OPENINGS =
            Map.of("GREETING", "Hello. ", "THANKS", "You are welcome. ", "FAREWELL", "Goodbye. ");

    private SmallTalk() {}

    private static CuePhrases all() {
        List<CuePhrases> kinds = new ArrayList<>(KINDS.values());
        return CuePhrases.anyOf(kinds);
    }

    /** The reply to a text that is small talk from beginning to end; none to a question. */
    static Optional<String> replyTo(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(NO_WORDS);
        }
        return ALL.makeUp(text) ? Optional.of(opening(text) + ABOUT_IBID) : Optional.empty();
    }

    /** Of the first kind, in the file's order, that is in the text. */
    private static String opening(String text) {
        for (String kind : KINDS.keySet()) {
            if (KINDS.get(kind).isIn(text)) {
                return OPENINGS.getOrDefault(kind, "");
            }
        }
        return "";
    }
}
