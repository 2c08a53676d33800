package ibid.language.injection;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bytes that a sentence holds as numbers of letters ("73 103", "=49=67", "01001001") or in base 32. */
final class LetterCodes {

    private static final int MIN_NUMBERS = 12; // two or three words
    private static final List<Form> FORMS =
            List.of(new Form(2, 7, 8), new Form(8, 3, 3), new Form(10, 2, 3), new Form(16, 2, 2));
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648
    private static final int BITS_OF_BASE32 = 5;

    private LetterCodes() {}

    /** What a sentence says if its numbers are read as letters, one reading for each base in which enough are some. */
    static List<byte[]> numbersIn(String sentence) {
        String[] numbers = sentence.replace("0x", " ").split("[^\\p{L}\\p{N}]+");
        List<byte[]> readings = new ArrayList<>();
        if (numbers.length >= MIN_NUMBERS) {
            FORMS.forEach(form -> form.longestRun(numbers).ifPresent(readings::add));
        }
        return readings;
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
