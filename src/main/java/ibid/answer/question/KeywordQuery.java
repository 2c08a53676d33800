package ibid.answer.question;

import ibid.answer.AnswerShape;
import ibid.language.Lexemes;
import ibid.language.QuestionLanguage;
import ibid.language.WordList;
import java.util.Set;

/** Tells a query of keywords, "hungary nsatu", which names a topic, from a question, which asks for one point of it. */
public final class KeywordQuery {

    private static final int MAX_WORDS = 8; // longer ones are sentences with their verbs left out
    private static final Set<String> SENTENCE_WORDS = WordList.read(KeywordQuery.class, "sentence-words.txt");
    private static final Set<String> ORDERS = WordList.read(KeywordQuery.class, "order-words.txt");

    private KeywordQuery() {}

    /** Whether the text has no form of a question, an order or a sentence, and asks for no rows. */
    public static boolean is(String text) {
        if (!QuestionLanguage.isEnglish(text)) {
            return false;
        }
        Lexemes words = new Lexemes(text);
        boolean isShort = words.size() > 0 && words.size() <= MAX_WORDS;
        if (!isShort || text.contains("?") || ORDERS.contains(words.key(0))) {
            return false;
        }
        for (int at = 0; at < words.size(); at++) {
            if (SENTENCE_WORDS.contains(words.key(at))) {
                return false;
            }
        }
        return !AnswerShape.of(text).isGathered();
    }
}
