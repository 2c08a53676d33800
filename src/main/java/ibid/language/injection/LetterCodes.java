package ibid.language.injection;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that a sentence holds as numbers of letters ("73 103", "=49=67", "01001001"), as hexadecimal in pieces, or
 * in base 32.
 */
final class LetterCodes {

    private static final int MIN_NUMBERS = 12; // two or three words
    private static final List<Form> FORMS =
            List.of(new Form(2, 7, 8), new Form(8, 3, 3), new Form(10, 2, 3), new Form(16, 2, 2));
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648
    private static final int MIN_JOINED_DIGITS = 36; // twelve letters of three digits
    private static final int HEX = 16;
    private static final int BITS_OF_BASE32 = 5;

    private LetterCodes() {}

    /** What a sentence says if its numbers are read as letters, one reading for each base in which enough are some. */
    static List<byte[]> numbersIn(String sentence) {
        String[] numbers = sentence.replace("0x", " ").split("[^\\p{L}\\p{N}]+");
        List<byte[]> readings = new ArrayList<>();
        if (numbers.length >= MIN_NUMBERS) {
            FORMS.forEach(form -> form.longestRun(numbers).ifPresent(readings::add));
        }
        hexInPieces(numbers).ifPresent(readings::add);
        for (String number : numbers) {
            if (number.length() >= MIN_JOINED_DIGITS && number.chars().allMatch(LetterCodes::isDigit)) {
                FORMS.forEach(form -> form.longestRun(form.apart(number)).ifPresent(readings::add));
            }
        }
        return readings;
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    /** The bytes of hexadecimal digits that are written in pieces of any length; the longest such row. */
    private static Optional<byte[]> hexInPieces(String[] pieces) {
        String longest = "";
        StringBuilder row = new StringBuilder();
        for (String piece : pieces) {
            if (piece.chars().allMatch(sign -> Character.digit(sign, HEX) >= 0 && sign < 0x80)) {
                row.append(piece);
            } else {
                longest = longer(row, longest);
                row.setLength(0);
            }
        }
        longest = longer(row, longest);
        String even = longest.substring(0, longest.length() - longest.length() % 2);
        return even.length() >= 2 * MIN_NUMBERS ? Optional.of(HexFormat.of().parseHex(even)) : Optional.empty();
    }

    private static String longer(StringBuilder one, String other) {
        return one.length() > other.length() ? one.toString() : other;
    }

    static Optional<byte[]> base32(String code) {
        String digits = code.replace("=", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char sign : digits.toCharArray()) {
            int digit = BASE32.indexOf(sign);
            if (digit < 0) {
                return Optional.empty();
            }
            held = held << BITS_OF_BASE32 | digit;
            bits += BITS_OF_BASE32;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return Optional.of(bytes.toByteArray());
    }

    /** Numbers of a base with so many digits. */
    private record Form(int radix, int minDigits, int maxDigits) {

        /** Numbers that are written without anything between them. */
        String[] apart(String digits) {
            String[] numbers = new String[digits.length() / maxDigits];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = digits.substring(i * maxDigits, (i + 1) * maxDigits);
            }
            return numbers;
        }

        Optional<byte[]> longestRun(String[] numbers) {
            ByteArrayOutputStream run = new ByteArrayOutputStream();
            byte[] longest = {};
            for (String number : numbers) {
                int letter = letter(number);
                if (letter < 0) {
                    run.reset();
                } else {
                    run.write(letter);
                    longest = run.size() > longest.length ? run.toByteArray() : longest;
                }
            }
            return longest.length >= MIN_NUMBERS ? Optional.of(longest) : Optional.empty();
        }

        /** The printable ASCII sign with the number, or -1. */
        private int letter(String number) {
            if (number.length() < minDigits || number.length() > maxDigits) {
                return -1;
            }
            int value = 0;
            for (char digit : number.toCharArray()) {
                if (Character.digit(digit, radix) < 0) {
                    return -1;
                }
                value = value * radix + Character.digit(digit, radix);
            }
            return value >= ' ' && value < 0x7F ? value : -1;
        }
    }
}
