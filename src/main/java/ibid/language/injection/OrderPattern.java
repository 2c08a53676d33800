package ibid.language.injection;

import ibid.language.CharRuns;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A sequence of words that only an order to a language model has; {@code order-patterns.txt} tells the signs. */
final class OrderPattern {

    private static final List<OrderPattern> ANNOUNCING = read("announcing-orders.txt");
    private static final List<OrderPattern> ALL = Stream.of(
                    read("order-patterns.txt"), read("orders-further-languages.txt"), ANNOUNCING)
            .flatMap(List::stream)
            .toList();
    private static final Map<String, List<OrderPattern>> BY_FIRST_WORD = byFirstWord();
    private static final List<OrderPattern> BY_FIRST_STEM = ALL.stream()
            .filter(pattern -> !pattern.firstWord().stems().isEmpty())
            .toList();
    private static final String CLAUSE_START = "^";
    private static final String GAP = "...";
    private static final int MAX_GAP = 6; // words
    private static final Set<String> BORDERS =
            Set.of(":", ";", ".", "!", "?", "\"", "“", "„", "«", "(", "[", "‘", "-", "–", "—", "*", "#", ">", "•", "¡");
    private static final Set<String> COURTESIES = Set.of(
            "please",
            "kindly",
            "now",
            "important",
            "instead",
            "just",
            "so",
            "also",
            "then",
            "always",
            "bitte",
            "jetzt",
            "lütfen",
            "пожалуйста",
            ",",
            "ok");

    private final List<Step> steps = new ArrayList<>();

    private OrderPattern(String line) {
        for (String step : line.split(" ")) {
            steps.add(Step.of(step));
        }
    }

    private static List<OrderPattern> read(String file) {
        return WordList.lines(OrderPattern.class, file).stream()
                .map(OrderPattern::new)
                .toList();
    }

    private static Map<String, List<OrderPattern>> byFirstWord() {
        Map<String, List<OrderPattern>> found = new HashMap<>();
        for (OrderPattern pattern : ALL) {
            for (String word : pattern.firstWord().words()) {
                found.computeIfAbsent(word, first -> new ArrayList<>()).add(pattern);
            }
        }
        return found;
    }

    private Step.Word firstWord() {
        return steps.stream()
                .filter(Step.Word.class::isInstance)
                .map(Step.Word.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a sentence holds any of the patterns. */
    static boolean isIn(String sentence) {
        List<String> words = words(sentence);
        for (int at = 0; at < words.size(); at++) {
            if (anyMatches(BY_FIRST_WORD.getOrDefault(words.get(at), List.of()), at, words)
                    || anyMatches(BY_FIRST_STEM, at, words)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence holds a pattern of those that say that more follows. */
    static boolean announces(String sentence) {
        List<String> words = words(sentence);
        return IntStream.range(0, words.size()).anyMatch(at -> anyMatches(ANNOUNCING, at, words));
    }

    private static boolean anyMatches(List<OrderPattern> patterns, int at, List<String> words) {
        for (OrderPattern pattern : patterns) {
            if (pattern.matches(0, at, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int step, int at, List<String> words) {
        if (step == steps.size()) {
            return true;
        }
        return switch (steps.get(step)) {
            case Step.Start() -> startsClause(at, words) && matches(step + 1, at, words);
            case Step.Gap() -> matchesAfterGap(step + 1, at, words);
            case Step.Word word -> at < words.size() && word.is(words.get(at)) && matches(step + 1, at + 1, words);
        };
    }

    private boolean matchesAfterGap(int step, int at, List<String> words) {
        for (int next = at; next <= Math.min(at + MAX_GAP, words.size()); next++) {
            if (matches(step, next, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsClause(int at, List<String> words) {
        int before = at - 1;
        while (before >= 0 && COURTESIES.contains(words.get(before))) {
            before--;
        }
        return before < 0 || BORDERS.contains(words.get(before));
    }

    /** Runs of letters and digits in lower case, and every other sign that is no space. */
    private static List<String> words(String sentence) {
        List<String> words = new ArrayList<>();
        String lower = sentence.toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < lower.length()) {
            int end = CharRuns.end(lower, at, Character::isLetterOrDigit);
            if (end > at) {
                words.add(lower.substring(at, end));
            } else if (!Character.isWhitespace(lower.charAt(at))) {
                words.add(lower.substring(at, at + 1));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /** What one place of a pattern asks for. */
    private sealed interface Step {

        record Start() implements Step {}

        record Gap() implements Step {}

        /** One of some words, or of some beginnings of words. */
        record Word(Set<String> words, List<String> stems) implements Step {
            boolean is(String word) {
                return words.contains(word) || stems.stream().anyMatch(word::startsWith);
            }
        }

        static Step of(String text) {
            if (text.equals(CLAUSE_START)) {
                return new Start();
            }
            if (text.equals(GAP)) {
                return new Gap();
            }
            List<String> parts = List.of(text.split("\\|"));
            List<String> stems = parts.stream()
                    .filter(part -> part.length() > 1 && part.endsWith("-"))
                    .map(part -> part.substring(0, part.length() - 1))
                    .toList();
            return new Word(Set.copyOf(parts), stems);
        }
    }
}
