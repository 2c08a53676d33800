package ibid.answer.contradiction;

import ibid.article.Article;
import ibid.article.ArticleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Figures of independent articles that cannot all be right: of the same thing by the words round them, but different.
 *
 * @param sides figures by value, the newest article's first
 */
public record FigureClash(List<List<StatedFigure>> sides) {

    /** Share of the rarer words round a figure that the other has; tried 0.5 to 0.7 on 110 articles. */
    private static final double MIN_SHARE = 0.65;

    private static final double MIN_SHARE_OF_HEAVIER = 0.15;
    private static final double MIN_SHARE_OF_SMALL = 0.8;
    private static final double SMALL = 10; // "two members" are mostly some of them
    private static final int MIN_SHARED = 3;

    public FigureClash {
        sides = List.copyOf(sides);
    }

    /** The figure of a side with what it counts: {@code 700 staff}. */
    public static String value(List<StatedFigure> side) {
        StatedFigure newest = side.getFirst();
        String counted = newest.quantity().counted();
        return newest.quantity().words() + (newest.counted().isEmpty() ? "" : " " + counted);
    }

    /** Finds the clashes of some articles. One use. */
    public static final class Finder {

        private final List<StatedFigure> figures = new ArrayList<>();
        private final Map<String, Integer> frequencies = new HashMap<>();
        private final Map<String, List<Integer>> byTerm = new HashMap<>();
        private final UnaryOperator<ArticleId> origins;

        /** @param origins the original of each article, or itself */
        public Finder(UnaryOperator<ArticleId> origins) {
            this.origins = origins;
        }

        public List<FigureClash> find(List<Article> articles) {
            for (Article article : articles) {
                for (StatedFigure figure : StatedFigure.in(article)) {
                    add(figure);
                }
            }
            Map<Integer, Set<Integer>> clashing = new HashMap<>();
            for (int at = 0; at < figures.size(); at++) {
                for (int other : near(at)) {
                    if (other > at && clash(figures.get(at), figures.get(other))) {
                        clashing.computeIfAbsent(at, none -> new HashSet<>()).add(other);
                        clashing.computeIfAbsent(other, none -> new HashSet<>()).add(at);
                    }
                }
            }
            return grouped(clashing);
        }

        private void add(StatedFigure figure) {
            for (String term : figure.terms()) {
                frequencies.merge(term, 1, Integer::sum);
                byTerm.computeIfAbsent(term, none -> new ArrayList<>()).add(figures.size());
            }
            figures.add(figure);
        }

        /** Those that share enough words. */
        private Set<Integer> near(int at) {
            Map<Integer, Integer> shared = new HashMap<>();
            for (String term : figures.get(at).terms()) {
                byTerm.get(term).forEach(other -> shared.merge(other, 1, Integer::sum));
            }
            shared.values().removeIf(count -> count < MIN_SHARED);
            return shared.keySet();
        }

        private boolean clash(StatedFigure one, StatedFigure other) {
            ArticleId origin = origins.apply(one.article().id());
            boolean isIndependent = !origin.equals(origins.apply(other.article().id()));
            if (!isIndependent || !one.isComparableTo(other) || !one.excludes(other) || !one.isApartFrom(other)) {
                return false;
            }
            boolean isSmall = one.quantity().unit().isEmpty() && Math.min(one.value(), other.value()) < SMALL;
            if (isSmall && !one.counted().equals(other.counted())) {
                return false;
            }
            Set<String> shared = new HashSet<>(one.terms());
            shared.retainAll(other.terms());
            double lighter = Math.min(weight(one.terms()), weight(other.terms()));
            double heavier = Math.max(weight(one.terms()), weight(other.terms()));
            return weight(shared) >= (isSmall ? MIN_SHARE_OF_SMALL : MIN_SHARE) * lighter
                    && weight(shared) >= MIN_SHARE_OF_HEAVIER * heavier;
        }

        private double weight(Set<String> terms) {
            double weight = 0;
            for (String term : terms) {
                weight += Math.log(1 + (double) figures.size() / frequencies.get(term));
            }
            return weight;
        }

        /** What clashes with one another, directly or through others. */
        private List<FigureClash> grouped(Map<Integer, Set<Integer>> clashing) {
            List<FigureClash> clashes = new ArrayList<>();
            Set<Integer> done = new HashSet<>();
            for (int first : clashing.keySet().stream().sorted().toList()) {
                Set<Integer> group = new LinkedHashSet<>();
                collect(first, clashing, group);
                if (done.add(group.stream().min(Integer::compare).orElse(first))) {
                    clashes.add(new FigureClash(sides(group)));
                }
            }
            return clashes;
        }

        private static void collect(int first, Map<Integer, Set<Integer>> clashing, Set<Integer> group) {
            List<Integer> open = new ArrayList<>(List.of(first));
            while (!open.isEmpty()) {
                int next = open.removeLast();
                if (group.add(next)) {
                    open.addAll(clashing.get(next));
                }
            }
        }

        private List<List<StatedFigure>> sides(Set<Integer> group) {
            List<List<StatedFigure>> sides = new ArrayList<>();
            List<StatedFigure> newestFirst = group.stream()
                    .map(figures::get)
                    .sorted(Comparator.comparing((StatedFigure figure) ->
                                    figure.article().imprint().published())
                            .reversed())
                    .toList();
            for (StatedFigure figure : newestFirst) {
                sides.stream()
                        .filter(side -> side.getFirst().isSameValue(figure))
                        .findFirst()
                        .orElseGet(() -> opened(sides))
                        .add(figure);
            }
            return sides;
        }

        private static List<StatedFigure> opened(List<List<StatedFigure>> sides) {
            List<StatedFigure> side = new ArrayList<>();
            sides.add(side);
            return side;
        }
    }
}
