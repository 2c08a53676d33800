package ibid.search.rewrite;

import ibid.language.Names;
import ibid.search.grammar.Country;
import ibid.search.grammar.QuestionWord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes names of a question with capitals where the conversation does, and countries always: "how did china react".
 */
final class NameCase {

    private final Map<String, String> written = new HashMap<>();

    NameCase(List<EarlierTurn> earlier) {
        for (EarlierTurn turn : earlier) {
            for (String text : List.of(turn.query(), turn.answer())) {
                Names.in(text).forEach(this::learn);
            }
        }
    }

    private void learn(Names.Name name) {
        for (String word : name.text().split(" ")) {
            String key = word.toLowerCase(Locale.ROOT);
            boolean isName = !key.equals(word) && !Names.isCommon(key) && !QuestionWord.isCommonWord(key);
            if (isName) {
                written.putIfAbsent(key, word);
            }
        }
    }

    String cased(String question) {
        StringBuilder cased = new StringBuilder(question);
        for (QuestionWord word : QuestionWord.in(question)) {
            String key = word.lower();
            if (word.text().equals(key)) {
                String other = Country.named(key).map(Country::name).orElse(written.getOrDefault(key, key));
                cased.replace(word.start(), word.end(), other);
            }
        }
        return cased.toString();
    }
}
