package ibid.answer.rank;

import ibid.answer.question.QuestionAnalysis;
import ibid.language.Lexemes;
import ibid.search.Hit;
import ibid.search.QueryTerm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a question that a hurried reader writes small and the passages only with a capital: "crew of the uss
 * blue ridge".
 */
final class UncapitalisedNames {

    private final QuestionAnalysis question;
    private final Map<String, String> terms = new HashMap<>(); // by word as the reader wrote it
    private final Map<String, String> written = new HashMap<>(); // as the passages do

    UncapitalisedNames(QuestionAnalysis question, List<Hit> hits) {
        this.question = question;
        for (QueryTerm term : question.terms()) {
            boolean isSmall =
                    !term.word().isEmpty() && Character.isLowerCase(term.word().charAt(0));
            if (isSmall) {
                terms.put(term.word(), term.term());
            }
        }
        Set<String> words = new HashSet<>();
        for (Hit hit : hits) {
            read(new Lexemes(hit.article().text().slice(hit.passage().span())), words);
        }
        written.keySet().removeAll(words);
    }

    private void read(Lexemes text, Set<String> words) {
        for (int at = 0; at < text.size(); at++) {
            if (terms.containsKey(text.key(at))) {
                boolean isWithinSentence = text.isWord(at - 1) || text.is(at - 1, ",");
                if (!text.isCapitalised(at)) {
                    words.add(text.key(at));
                } else if (isWithinSentence) {
                    written.put(text.key(at), text.text(at));
                }
            }
        }
    }

    /** Whether all of them are near, of which the sentences tell by their index terms. */
    boolean areNear(SentenceContext context) {
        return written.keySet().stream().map(terms::get).allMatch(context::isNear);
    }

    /** The question with their capitals. */
    String capitalised() {
        StringBuilder text = new StringBuilder(question.text());
        Lexemes words = new Lexemes(question.text());
        for (int at = words.size() - 1; at >= 0; at--) {
            String name = written.get(words.text(at));
            if (name != null) {
                text.replace(words.start(at), words.end(at), name);
            }
        }
        return text.toString();
    }
}
