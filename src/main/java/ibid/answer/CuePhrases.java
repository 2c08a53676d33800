package ibid.answer;

import ibid.language.CharRuns;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Phrases that mark a kind of text, in any case. In a phrase "/" separates alternatives, "?" after them makes them
 * optional, "word~" is every word with that prefix, "*" any word, "..." any words, and "^" the start of the text.
 * Immutable.
 */
public final class CuePhrases {

    private final List<List<Step>> phrases = new ArrayList<>();

    /** Position of a phrase in chars; the end is exclusive. */
    public record Occurrence(int start, int end) {}

    /** A part of a phrase. */
    private sealed interface Step {

        record Start() implements Step {}

        record Gap() implements Step {}

        record Alternatives(Set<String> words, List<String> stems, boolean isOptional) implements Step {

            boolean has(String word) {
                return words.contains(word) || stems.stream().anyMatch(word::startsWith);
            }
        }
    }

    /** @param lines one phrase each */
    public CuePhrases(List<String> lines) {
        for (String line : lines) {
            List<Step> phrase = new ArrayList<>();
            for (String part : line.split(" ")) {
                phrase.add(step(part));
            }
            phrases.add(phrase);
        }
    }

    private CuePhrases() {}

    /** The phrases of several. */
    public static CuePhrases anyOf(List<CuePhrases> kinds) {
        CuePhrases all = new CuePhrases();
        kinds.forEach(kind -> all.phrases.addAll(kind.phrases));
        return all;
    }

    private static Step step(String part) {
        return switch (part) {
            case "^" -> new Step.Start();
            case "..." -> new Step.Gap();
            default -> alternatives(part);
        };
    }

    private static Step alternatives(String part) {
        boolean isOptional = part.endsWith("?");
        Set<String> words = new HashSet<>();
        List<String> stems = new ArrayList<>();
        for (String word : (isOptional ? withoutLast(part) : part).split("/")) {
            if (word.equals("*") || word.endsWith("~")) {
                stems.add(withoutLast(word));
            } else {
                words.add(word);
            }
        }
        return new Step.Alternatives(words, stems, isOptional);
    }

    private static String withoutLast(String word) {
        return word.substring(0, word.length() - 1);
    }

    /**
     * Reads the phrases of a resource file in the package of a class, one per line; a line that begins with # is a
     * comment.
     */
    public static CuePhrases read(Class<?> beside, String file) {
        return new CuePhrases(WordList.lines(beside, file));
    }

    /** Reads a file with several kinds of phrases, each below its name in square brackets, in file order. */
    public static Map<String, CuePhrases> readKinds(Class<?> beside, String file) {
        Map<String, CuePhrases> cues = new LinkedHashMap<>();
        linesByKind(WordList.lines(beside, file)).forEach((kind, lines) -> cues.put(kind, new CuePhrases(lines)));
        return cues;
    }

    private static Map<String, List<String>> linesByKind(List<String> lines) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        List<String> phrases = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                phrases = new ArrayList<>();
                kinds.put(line.substring(1, line.length() - 1), phrases);
            } else {
                phrases.add(line);
            }
        }
        return kinds;
    }

    /** Whether the text contains one of the phrases. */
    public boolean isIn(String text) {
        Words words = new Words(text);
        for (int at = 0; at < words.size(); at++) {
            if (endOfPhrase(words, at) > at) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text is nothing but phrases, one after another. */
    public boolean makeUp(String text) {
        Words words = new Words(text);
        int at = 0;
        while (at < words.size()) {
            int end = endOfPhrase(words, at);
            if (end <= at) {
                return false;
            }
            at = end;
        }
        return at > 0;
    }

    /**
     * Positions of the phrases in text order, without overlaps. If several begin at one word, the first in the list is
     * taken.
     */
    public List<Occurrence> findIn(String text) {
        List<Occurrence> found = new ArrayList<>();
        Words words = new Words(text);
        int at = 0;
        while (at < words.size()) {
            int end = endOfPhrase(words, at);
            if (end > at) {
                found.add(new Occurrence(words.start(at), words.end(end - 1)));
            }
            at = Math.max(end, at + 1);
        }
        return found;
    }

    /** Index after the first phrase that begins at that word; -1 if there is none. */
    private int endOfPhrase(Words words, int at) {
        for (List<Step> phrase : phrases) {
            int end = match(phrase, 0, words, at);
            if (end > at) {
                return end;
            }
        }
        return -1;
    }

    /** Index after the words that match the phrase from this step on; -1 if they do not match. */
    private static int match(List<Step> phrase, int step, Words words, int at) {
        if (step == phrase.size()) {
            return at;
        }
        return switch (phrase.get(step)) {
            case Step.Start start -> at == 0 ? match(phrase, step + 1, words, at) : -1;
            case Step.Gap gap -> matchAfterGap(phrase, step + 1, words, at);
            case Step.Alternatives alternatives -> matchWord(alternatives, phrase, step, words, at);
        };
    }

    private static int matchWord(Step.Alternatives alternatives, List<Step> phrase, int step, Words words, int at) {
        boolean fits = at < words.size() && alternatives.has(words.key(at)) && (step == 0 || words.isJoined(at));
        int end = fits ? match(phrase, step + 1, words, at + 1) : -1;
        if (end >= 0 || !alternatives.isOptional()) {
            return end;
        }
        return match(phrase, step + 1, words, at);
    }

    private static int matchAfterGap(List<Step> phrase, int step, Words words, int at) {
        Step.Alternatives alternatives = (Step.Alternatives) phrase.get(step);
        for (int next = at; next < words.size(); next++) {
            boolean begins = alternatives.has(words.key(next));
            int end = begins ? match(phrase, step + 1, words, next + 1) : -1;
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** A text's runs of letters and figures, in lower case. */
    private static final class Words {

        private static final String JOINING_SIGNS = "'’-";

        private final String text;
        private final List<String> keys = new ArrayList<>();
        private final List<Occurrence> places = new ArrayList<>();

        Words(String text) {
            this.text = text;
            int at = 0;
            while (at < text.length()) {
                int end = CharRuns.end(text, at, Character::isLetterOrDigit);
                if (end > at) {
                    keys.add(text.substring(at, end).toLowerCase(Locale.ROOT));
                    places.add(new Occurrence(at, end));
                }
                at = Math.max(end, at + 1);
            }
        }

        int size() {
            return keys.size();
        }

        String key(int at) {
            return keys.get(at);
        }

        int start(int at) {
            return places.get(at).start();
        }

        int end(int at) {
            return places.get(at).end();
        }

        /** Whether only space, an apostrophe or a hyphen separates the word from the one before it. */
        boolean isJoined(int at) {
            if (at == 0) {
                return true;
            }
            String between = text.substring(end(at - 1), start(at));
            return between.chars().allMatch(sign -> Character.isWhitespace(sign) || JOINING_SIGNS.indexOf(sign) >= 0);
        }
    }
}
