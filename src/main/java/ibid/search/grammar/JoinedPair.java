package ibid.search.grammar;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Two things that a question joins by "or" or "and": "NSATU or the American unit it replaces".
 *
 * @param start char offset of the first
 * @param end   of the second, exclusive
 */
public record JoinedPair(String first, String second, int start, int end) {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    /** The noun phrases on both sides of the first "or" or "and", with their articles. */
    public static Optional<JoinedPair> in(String question) {
        List<NounPhrase> phrases = NounPhrases.in(question);
        for (int at = 0; at + 1 < phrases.size(); at++) {
            NounPhrase left = phrases.get(at);
            int start = startWithArticle(question, left);
            int next = startWithArticle(question, phrases.get(at + 1));
            String between =
                    next > left.end() ? question.substring(left.end(), next).strip() : "";
            if (between.equalsIgnoreCase("or") || between.equalsIgnoreCase("and")) {
                int end = phrases.get(at + 1).end();
                return Optional.of(new JoinedPair(
                        question.substring(start, left.end()), question.substring(next, end), start, end));
            }
        }
        return Optional.empty();
    }

    private static int startWithArticle(String question, NounPhrase phrase) {
        String before = question.substring(0, phrase.start()).stripTrailing();
        String last = EdgeWords.lastWord(before);
        return ARTICLES.contains(last.toLowerCase(Locale.ROOT)) ? before.length() - last.length() : phrase.start();
    }

    public List<String> sides() {
        return List.of(first, second);
    }
}
