package ibid.language.injection;

import ibid.language.CharRuns;
import ibid.language.WordList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What a sentence says when it is read as people disguise text: letters spaced out, swapped for figures, rotated by 13
 * or 47, reversed, in Pig Latin, or coded in numbers or base 64, 32 or 16. A reading counts only where it has more
 * frequent words than the sentence itself.
 */
final class DisguisedText {

    private static final Set<String> FREQUENT = WordList.read(DisguisedText.class, "frequent-in-orders.txt");
    private static final String SWAPPED = "0o1i3e4a5s7t@a$s!i|l€e+t";
    private static final String NUMBERED_VOWELS = "1a2e3i4o5u";
    private static final int MIN_SPACED_LETTERS = 8; // "U S A F" is shorter
    private static final String SEPARATORS = "-/_|\\·*+~";
    private static final int MAX_CHARS_PER_SPACED_LETTER = 3; // letter, space, and sometimes another
    private static final int MANY_SPACED_LETTERS = 16; // of a sentence whose other words are not spaced out
    private static final int MIN_CODED_CHARS = 24; // 18 letters; identifiers are mostly shorter
    private static final double MIN_PRINTABLE = 0.95; // of what a code says
    private static final int MIN_FREQUENT_WORDS = 2;
    private static final String PIG_ENDING = "ay";
    private static final String VOWELS = "aeiouAEIOU";

    private DisguisedText() {}

    /** The words behind a code or behind spaced letters, which no clean sentence has. */
    static Optional<String> decoded(String sentence) {
        for (String word : sentence.split("[\\s\"“”'‘’()<>«»]+")) {
            Optional<String> said = decodedWord(word);
            if (said.isPresent()) {
                return said;
            }
        }
        for (byte[] bytes : LetterCodes.numbersIn(sentence)) {
            Optional<String> said = text(bytes);
            if (said.isPresent()) {
                return said;
            }
        }
        return spacedOut(sentence);
    }

    private static Optional<String> decodedWord(String word) {
        String code = word.endsWith(".") || word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
        if (code.length() < MIN_CODED_CHARS) {
            return Optional.empty();
        }
        if (code.chars().allMatch(sign -> Character.digit(sign, 16) >= 0) && code.length() % 2 == 0) {
            return text(HexFormat.of().parseHex(code));
        }
        Optional<String> base32 = LetterCodes.base32(code).flatMap(DisguisedText::text);
        if (base32.isPresent()) {
            return base32;
        }
        String plain = code.replace('-', '+').replace('_', '/');
        if (!plain.chars().allMatch(sign -> isBase64(sign))) {
            return Optional.empty();
        }
        return base64(plain).flatMap(DisguisedText::text);
    }

    private static boolean isBase64(int sign) {
        return sign < 0x80 && (Character.isLetterOrDigit(sign) || "+/=".indexOf(sign) >= 0);
    }

    private static Optional<byte[]> base64(String code) {
        String digits = code.replace("=", "");
        try {
            return Optional.of(Base64.getDecoder().decode(digits));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** The bytes as text, if nearly all of them are printable and some are spaces. */
    private static Optional<String> text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long printable = text.chars()
                .filter(sign -> Character.isLetterOrDigit(sign) || sign >= ' ' && sign < 0x7F)
                .count();
        boolean isText = printable >= MIN_PRINTABLE * text.length() && text.indexOf(' ') > 0;
        return isText ? Optional.of(text) : Optional.empty();
    }

    /** "i g n o r e" as "ignore"; a word that is spelled out is none. */
    private static Optional<String> spacedOut(String sentence) {
        StringBuilder joined = new StringBuilder();
        int singles = 0;
        int most = 0;
        int all = 0;
        for (String part : sentence.split("[^\\p{L}\\p{N}\\p{M}'’,:;!?“”\"()]")) {
            boolean single = isSingleLetter(part);
            joined.append(single || part.isEmpty() ? part : " " + part + " ");
            if (!part.isEmpty()) {
                singles = single ? singles + 1 : 0;
            }
            most = Math.max(most, singles);
            all += single ? 1 : 0;
        }
        boolean isMostly = all >= sentence.length() / MAX_CHARS_PER_SPACED_LETTER;
        int needed = isMostly ? MIN_SPACED_LETTERS : MANY_SPACED_LETTERS;
        return most >= needed && hasWords(sentence) ? Optional.of(joined.toString()) : Optional.empty();
    }

    /** Whether something else than what is between letters parts the words: "C-o-n-g-r-a-t-u-l-a-t-i-o-n-s" is one. */
    private static boolean hasWords(String spelled) {
        long signs = spelled.chars()
                .filter(sign -> SEPARATORS.indexOf(sign) >= 0)
                .distinct()
                .count();
        return signs > 1 || spelled.chars().anyMatch(Character::isWhitespace);
    }

    private static boolean isSingleLetter(String part) {
        int sign = part.isEmpty() ? ' ' : part.codePointAt(0);
        return part.length() == Character.charCount(sign) && Character.isLetter(sign) && !Character.isIdeographic(sign);
    }

    /** Other readings with more frequent words than the sentence itself has. */
    static List<String> readings(String sentence) {
        int own = countFrequent(sentence);
        List<String> readings = new ArrayList<>();
        for (String reading : List.of(
                swapped(sentence, SWAPPED),
                swapped(sentence, NUMBERED_VOWELS),
                rejoined(sentence),
                rotated(sentence),
                rotatedSigns(sentence),
                reversed(sentence),
                fromPigLatin(sentence))) {
            if (countFrequent(reading) >= Math.max(own + 1, MIN_FREQUENT_WORDS)) {
                readings.add(reading);
            }
        }
        return readings;
    }

    private static int countFrequent(String text) {
        int frequent = 0;
        String lower = text.toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < lower.length()) {
            int end = CharRuns.end(lower, at, Character::isLetter);
            frequent += FREQUENT.contains(lower.substring(at, end)) ? 1 : 0;
            at = Math.max(end, at + 1);
        }
        return frequent;
    }

    /** "Disrega= rd" as "Disregard". */
    private static String rejoined(String sentence) {
        return sentence.replaceAll("(?<=\\p{L})[=~_*+-]\\s", "");
    }

    /** "1gn0r3" as "ignore". */
    private static String swapped(String sentence, String pairs) {
        StringBuilder plain = new StringBuilder();
        for (char sign : sentence.toCharArray()) {
            int pair = pairs.indexOf(sign);
            plain.append(pair >= 0 && pair % 2 == 0 ? pairs.charAt(pair + 1) : sign);
        }
        return plain.toString();
    }

    private static String rotated(String sentence) {
        StringBuilder plain = new StringBuilder();
        for (char sign : sentence.toCharArray()) {
            plain.append(rotated(sign));
        }
        return plain.toString();
    }

    private static char rotated(char sign) {
        if (sign >= 'a' && sign <= 'z') {
            return (char) ('a' + (sign - 'a' + 13) % 26);
        }
        return sign >= 'A' && sign <= 'Z' ? (char) ('A' + (sign - 'A' + 13) % 26) : sign;
    }

    /** By 47 of the 94 signs that ASCII prints. */
    private static String rotatedSigns(String sentence) {
        StringBuilder plain = new StringBuilder();
        for (char sign : sentence.toCharArray()) {
            boolean isPrinted = sign > ' ' && sign < 0x7F;
            plain.append(isPrinted ? (char) ('!' + (sign - '!' + 47) % 94) : sign);
        }
        return plain.toString();
    }

    /** "gnoreIay llaay" as "Ignore all". */
    private static String fromPigLatin(String sentence) {
        StringJoiner plain = new StringJoiner(" ");
        for (String word : sentence.split(" ")) {
            int end = CharRuns.end(word, 0, Character::isLetter);
            boolean isMoved = end > PIG_ENDING.length() && word.startsWith(PIG_ENDING, end - PIG_ENDING.length());
            plain.add(isMoved ? moved(word.substring(0, end - PIG_ENDING.length())) : word);
        }
        return plain.toString();
    }

    /** The word with the consonants at its end, or its last letter, put before it; "w" or "y" stands for none. */
    private static String moved(String word) {
        int start = word.length() - 1;
        while (start > 1 && VOWELS.indexOf(word.charAt(start - 1)) < 0 && VOWELS.indexOf(word.charAt(start)) < 0) {
            start--;
        }
        boolean none = word.endsWith("w") || word.endsWith("y");
        return none ? word.substring(0, word.length() - 1) : word.substring(start) + word.substring(0, start);
    }

    private static String reversed(String sentence) {
        return new StringBuilder(sentence).reverse().toString();
    }
}
