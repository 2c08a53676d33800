package ibid.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Phrases that mark a kind of text, whatever their capitals. In a phrase "/" parts alternatives, "?" behind them makes them optional,
 * "word~" is every word that begins so, "*" any word, "..." any words, and "^" the start of the text. Immutable.
 */
public final class CuePhrases {

    private static final String START = "^";
    private static final String GAP = "...";

    private final List<List<String>> phrases = new ArrayList<>();

    /** Where a phrase is, in chars; the end is exclusive. */
    public record Occurrence(int start, int end) {}

    private record Word(String key, int start, int end) {}

    /** @param lines one phrase each */
    public CuePhrases(List<String> lines) {
        for (String line : lines) phrases.add(List.of(line.split(" ")));
    }

    /** The phrases of a resource file beside a class, one a line; a line that begins with # is a comment. */
    public static CuePhrases read(Class<?> beside, String file) {
        return new CuePhrases(lines(beside, file));
    }

    /** The same for a file of several kinds, each under its name in square brackets, in the file's order. */
    public static Map<String, CuePhrases> readKinds(Class<?> beside, String file) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        List<String> phrases = new ArrayList<>();
        for (String line : lines(beside, file)) {
            if (!line.startsWith("[")) phrases.add(line);
            else kinds.put(line.substring(1, line.length() - 1), phrases = new ArrayList<>());
        }
        Map<String, CuePhrases> cues = new LinkedHashMap<>();
        kinds.forEach((kind, lines) -> cues.put(kind, new CuePhrases(lines)));
        return cues;
    }

    /** The lines of a resource file beside a class that are not comments. */
    public static List<String> lines(Class<?> beside, String file) {
        try (InputStream resource = beside.getResourceAsStream(file)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether the text holds one of the phrases. */
    public boolean isIn(String text) {
        List<Word> words = words(text);
        for (int at = 0; at < words.size(); at++) if (endOfPhrase(words, at, text) > at) return true;
        return false;
    }

    /** Where the phrases are, in order, none within another; of several that begin together the first of the list. */
    public List<Occurrence> findIn(String text) {
        List<Occurrence> found = new ArrayList<>();
        List<Word> words = words(text);
        for (int at = 0; at < words.size(); at++) {
            int end = endOfPhrase(words, at, text);
            if (end <= at) continue;
            found.add(new Occurrence(words.get(at).start(), words.get(end - 1).end()));
            at = end - 1;
        }
        return found;
    }

    private int endOfPhrase(List<Word> words, int at, String text) {
        for (List<String> phrase : phrases) {
            int end = match(phrase, 0, words, at, text);
            if (end > at) return end;
        }
        return -1;
    }

    /** The place behind the words that match the phrase from its step on, or -1. */
    private static int match(List<String> phrase, int step, List<Word> words, int at, String text) {
        if (step == phrase.size()) return at;
        String cue = phrase.get(step);
        if (cue.equals(START)) return at == 0 ? match(phrase, 1, words, at, text) : -1;
        if (cue.equals(GAP)) return matchAfterGap(phrase, step + 1, words, at, text);
        if (at < words.size() && matches(cue, words.get(at).key()) && isJoined(words, at, step, text)) {
            int end = match(phrase, step + 1, words, at + 1, text);
            if (end >= 0) return end;
        }
        return cue.endsWith("?") ? match(phrase, step + 1, words, at, text) : -1;
    }

    private static int matchAfterGap(List<String> phrase, int step, List<Word> words, int at, String text) {
        for (int next = at; next < words.size(); next++) {
            boolean begins = matches(phrase.get(step), words.get(next).key());
            int end = begins ? match(phrase, step + 1, words, next + 1, text) : -1;
            if (end >= 0) return end;
        }
        return -1;
    }

    private static boolean matches(String cue, String word) {
        String alternatives = cue.endsWith("?") ? cue.substring(0, cue.length() - 1) : cue;
        for (String alternative : alternatives.split("/")) {
            if (alternative.equals("*") || alternative.equals(word)) return true;
            boolean isStem = alternative.endsWith("~");
            if (isStem && word.startsWith(alternative.substring(0, alternative.length() - 1))) return true;
        }
        return false;
    }

    /** Whether nothing but space, an apostrophe or a hyphen parts the word from the one before it in the phrase. */
    private static boolean isJoined(List<Word> words, int at, int step, String text) {
        if (step == 0 || at == 0) return true;
        String between = text.substring(words.get(at - 1).end(), words.get(at).start());
        return between.chars().allMatch(sign -> Character.isWhitespace(sign) || "'’-".indexOf(sign) >= 0);
    }

    /** Runs of letters and figures, in lower case. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean inWord = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
            if (inWord && start < 0) start = at;
            if (inWord || start < 0) continue;
            words.add(new Word(text.substring(start, at).toLowerCase(Locale.ROOT), start, at));
            start = -1;
        }
        return words;
    }
}
