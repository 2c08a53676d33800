package ibid.language.injection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Hashed n-grams of a sentence's characters and words. The same as in {@code src/train/injection/fit.py}: change both
 * together and fit again.
 */
final class NgramFeatures {

    private static final int FNV_START = 0x811C9DC5; // FNV-1a, 32 bits
    private static final int FNV_PRIME = 0x01000193;
    private static final int MIN_CHARS = 3;
    private static final int MAX_CHARS = 5;
    private static final int MAX_WORDS = 3;
    private static final int WORD_SEED = 16; // keeps n-grams of words apart from those of characters
    private static final int FIRST_IDEOGRAPH = 0x3040; // letters without case above it are words by themselves

    private NgramFeatures() {}

    /** The distinct features of a sentence, as numbers below 2 to the power of bits. */
    static int[] of(String sentence, int bits) {
        String folded = fold(sentence);
        IntStream.Builder features = IntStream.builder();
        int[] padded = (" " + folded + " ").codePoints().toArray();
        for (int length = MIN_CHARS; length <= MAX_CHARS; length++) {
            for (int at = 0; at + length <= padded.length; at++) {
                features.add(hash(padded, at, at + length, FNV_START + length, bits));
            }
        }
        addWords(words(folded), bits, features);
        return features.build().distinct().toArray();
    }

    private static void addWords(List<String> words, int bits, IntStream.Builder features) {
        for (int length = 1; length <= MAX_WORDS; length++) {
            for (int at = 0; at + length <= words.size(); at++) {
                int[] phrase = String.join(" ", words.subList(at, at + length))
                        .codePoints()
                        .toArray();
                features.add(hash(phrase, 0, phrase.length, FNV_START + WORD_SEED + length, bits));
            }
        }
    }

    static int hash(int[] codes, int bits) {
        return hash(codes, 0, codes.length, FNV_START, bits);
    }

    private static int hash(int[] codes, int from, int to, int start, int bits) {
        int value = start;
        for (int at = from; at < to; at++) {
            value = (value ^ codes[at]) * FNV_PRIME;
        }
        return (value ^ (value >>> 15)) & ((1 << bits) - 1);
    }

    /** In lower case and without accents; a run of digits is one 0, white space is one space. */
    static String fold(String sentence) {
        String plain = Normalizer.normalize(sentence.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        int last = ' ';
        for (int sign : plain.codePoints().toArray()) {
            if (Character.getType(sign) == Character.NON_SPACING_MARK) {
                continue;
            }
            int same = sameFor(sign);
            if (same == last && (same == '0' || same == ' ')) {
                continue;
            }
            folded.appendCodePoint(same);
            last = same;
        }
        return folded.toString().strip();
    }

    private static int sameFor(int sign) {
        if (Character.isDigit(sign)) {
            return '0';
        }
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? ' ' : sign;
    }

    /** Runs of letters and digits between a start and an end mark. */
    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>(List.of("<"));
        StringBuilder run = new StringBuilder();
        for (int sign : folded.codePoints().toArray()) {
            boolean ideograph = sign >= FIRST_IDEOGRAPH && Character.getType(sign) == Character.OTHER_LETTER;
            if (!ideograph && Character.isLetterOrDigit(sign)) {
                run.appendCodePoint(sign);
                continue;
            }
            addRun(run, words);
            if (ideograph) {
                words.add(Character.toString(sign));
            }
        }
        addRun(run, words);
        words.add(">");
        return words;
    }

    private static void addRun(StringBuilder run, List<String> words) {
        if (!run.isEmpty()) {
            words.add(run.toString());
            run.setLength(0);
        }
    }

    /** For a test that both sides of the hash agree. */
    static int sum(String sentence, int bits) {
        return Arrays.stream(of(sentence, bits)).sum();
    }
}
