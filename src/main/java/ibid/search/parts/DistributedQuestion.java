package ibid.search.parts;

import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.search.grammar.SentenceEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A question that asks the same of each of at least three: "Who are the members of the Quad, AUKUS and ASEAN?". Two
 * joined by "and" are as often one thing: "the borders of India and China".
 */
final class DistributedQuestion {

    private static final Set<String> OPENINGS = Set.of("who", "what", "which", "when", "where", "how");
    private static final Set<String> BETWEEN = Set.of(
            "relations",
            "talks",
            "ties",
            "borders",
            "differences",
            "links",
            "parts",
            "means",
            "terms",
            "lots",
            "sorts");
    private static final int MIN_THINGS = 3;
    private static final int MAX_WORDS_OF_THING = 4;

    private DistributedQuestion() {}

    /** One question for each; empty where it is no such question. */
    static List<String> in(String text) {
        String question = SentenceEnd.removedFrom(text.strip());
        Lexemes words = new Lexemes(question);
        if (!OPENINGS.contains(words.key(0))) {
            return List.of();
        }
        for (int at = 2; at < words.size(); at++) {
            if (words.is(at, "of") && isOfSeveral(words.key(at - 1))) {
                List<String> things = things(words, at + 1);
                String asked = question.substring(0, words.end(at)) + " ";
                return things.stream().map(thing -> asked + thing).toList();
            }
        }
        return List.of();
    }

    private static boolean isOfSeveral(String noun) {
        return Inflections.isPlural(noun) && !BETWEEN.contains(noun);
    }

    /** "A, B and C" up to the end; empty for anything else. */
    private static List<String> things(Lexemes words, int from) {
        List<String> things = new ArrayList<>();
        boolean isJoined = false;
        int start = from;
        for (int at = from; at <= words.size(); at++) {
            boolean isAnd = at < words.size() && words.is(at, "and");
            isJoined |= isAnd;
            if (at == words.size() || isAnd || words.is(at, ",")) {
                if (at - start > MAX_WORDS_OF_THING) {
                    return List.of();
                }
                if (at > start) {
                    things.add(words.slice(start, at));
                }
                start = at + 1;
            }
        }
        return isJoined && things.size() >= MIN_THINGS ? things : List.of();
    }
}
