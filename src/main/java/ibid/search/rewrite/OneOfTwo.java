package ibid.search.rewrite;

import ibid.language.Names;
import ibid.search.comparison.PairComparison;
import ibid.search.grammar.JoinedPair;
import ibid.search.grammar.SentenceEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * A question about one of two that were named before: "the latter", "the other one", "which is bigger?"
 *
 * @param earlier turns before it, oldest first
 */
record OneOfTwo(String question, List<EarlierTurn> earlier) {

    /** The question with the name; empty where it does not ask about one of two. */
    Optional<String> named() {
        return latterNamed().or(this::otherNamed).or(this::bothNamed);
    }

    private String lastQuery() {
        return earlier.getLast().query();
    }

    private Optional<String> latterNamed() {
        Optional<MatchResult> which = Cue.ONE_OF_TWO.first(question);
        List<String> names = namesWithArticle(lastQuery());
        if (which.isEmpty() || names.size() < 2) {
            return Optional.empty();
        }
        boolean isSecond = which.get().group("which").equalsIgnoreCase("latter");
        return Optional.of(replacedBy(which.get(), names.get(isSecond ? 1 : 0)));
    }

    /** Of two that some turn named, the one that the last question does not. */
    private Optional<String> otherNamed() {
        Optional<MatchResult> other = Cue.THE_OTHER.first(question);
        if (other.isEmpty()) {
            return Optional.empty();
        }
        for (EarlierTurn turn : earlier.reversed()) {
            List<String> sides = sides(turn.query());
            List<String> left =
                    sides.stream().filter(side -> !lastQuery().contains(side)).toList();
            if (sides.size() == 2 && left.size() == 1) {
                return Optional.of(replacedBy(other.get(), left.getFirst()));
            }
        }
        return Optional.empty();
    }

    /** "The regulator" and "the ministry" of "Did the regulator or the ministry approve it first?" */
    private static List<String> sides(String query) {
        List<String> names = namesWithArticle(query);
        return names.size() == 2
                ? names
                : JoinedPair.in(query).map(JoinedPair::sides).orElse(List.of());
    }

    private Optional<String> bothNamed() {
        List<String> names = namesWithArticle(lastQuery());
        boolean namesBoth = PairComparison.in(question).isPresent();
        boolean asksWhich = Cue.WHICH.isIn(question) && PairComparison.compares(question);
        if (namesBoth || !asksWhich || names.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(SentenceEnd.removedFrom(question) + ", " + names.get(0) + " or " + names.get(1) + "?");
    }

    private String replacedBy(MatchResult words, String other) {
        return QuestionText.replaced(question, words.start(), words.end(), other);
    }

    private static List<String> namesWithArticle(String query) {
        List<String> names = new ArrayList<>();
        for (Names.Name name : Names.in(query)) {
            boolean hasArticle = query.startsWith("the ", Math.max(0, name.start() - 4));
            String text = hasArticle ? "the " + name.text() : name.text();
            if (!names.contains(text)) {
                names.add(text);
            }
        }
        return names;
    }
}
