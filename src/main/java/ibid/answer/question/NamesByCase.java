package ibid.answer.question;

import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.QuestionLanguage;
import ibid.search.Hit;
import ibid.search.Ranking;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes the names of a question with the capitals that the passages found give them: "when did fiji join" is about
 * Fiji if the passages write that word as a name only.
 */
public final class NamesByCase {

    private static final int MIN_WORD_CHARS = 3;
    private static final int MIN_PLACES = 2; // once may be a slip or a title

    private final Map<String, String> written = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> inLowerCase = new HashSet<>();

    private NamesByCase(Ranking ranking) {
        for (Hit hit : ranking.hits()) {
            learn(hit.article().text().slice(hit.passage().span()));
        }
    }

    /** The question itself where it is not in English or writes no name in lower case. */
    public static String of(String question, Ranking ranking) {
        if (!QuestionLanguage.isEnglish(question)) {
            return question;
        }
        return new NamesByCase(ranking).written(question);
    }

    private void learn(String passage) {
        for (String name : Names.known(passage)) {
            Lexemes words = new Lexemes(name);
            for (int at = 0; at < words.size(); at++) {
                written.putIfAbsent(words.key(at), words.text(at));
            }
        }
        Lexemes words = new Lexemes(passage);
        for (int at = 0; at < words.size(); at++) {
            if (words.isCapitalised(at)) {
                places.merge(words.key(at), 1, Integer::sum);
            } else {
                inLowerCase.add(words.key(at));
            }
        }
    }

    private String written(String question) {
        Lexemes words = new Lexemes(question);
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int at = 0; at < words.size(); at++) {
            text.append(question, end, words.start(at));
            text.append(isName(words.text(at)) ? written.get(words.key(at)) : words.text(at));
            end = words.end(at);
        }
        return text.append(question.substring(end)).toString();
    }

    private boolean isName(String word) {
        boolean isLower = word.equals(word.toLowerCase(Locale.ROOT)) && word.length() >= MIN_WORD_CHARS;
        return isLower
                && written.containsKey(word)
                && places.getOrDefault(word, 0) >= MIN_PLACES
                && !inLowerCase.contains(word)
                && !Names.isCommon(word);
    }
}
