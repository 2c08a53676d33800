package ibid.search.grammar;

import java.util.List;

/**
 * A noun phrase of a question.
 *
 * @param start   char offset in the question
 * @param isNamed whether a word of it belongs to a name
 * @param words   in lower case
 */
public record NounPhrase(String text, int start, boolean isNamed, List<String> words) {

    public NounPhrase {
        words = List.copyOf(words);
    }

    public int end() {
        return start + text.length();
    }
}
