package ibid.search.rewrite;

import java.util.List;

/**
 * A noun phrase of a question.
 *
 * @param start   char offset in the question
 * @param isNamed whether a word of it belongs to a name
 * @param words   in lower case
 */
record NounPhrase(String text, int start, boolean isNamed, List<String> words) {

    NounPhrase {
        words = List.copyOf(words);
    }

    int end() {
        return start + text.length();
    }
}
