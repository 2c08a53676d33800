package ibid.eval.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Finds the marks in a content that are numbers of sources: {@code [1]}, {@code [1, 2]}, {@code [2-4]}, {@code [doc3]},
 * {@code [^4]}, {@code [[5]](address)}, {@code 【6†source】}, {@code [ID:7]} and {@code ##8$$} (both count from 0), and
 * links whose address is a source's. For one use.
 */
final class MarkReader {

    static final int MAX_DIGITS = 4, MAX_NUMBER = 999;

    private static final int MAX_MARK_CODE_POINTS = 80;

    /** The words that servers write before a number. */
    private static final Set<String> PREFIXES =
            Set.of("", "^", "doc", "document", "source", "citation", "cite", "ref", "passage");

    /** Of RAGFlow, which counts from 0. */
    private static final String FROM_ZERO = "id";

    private final int[] content;
    private final ToIntFunction<String> sources;
    private final List<Pointer> found = new ArrayList<>();

    /** @param sources the place of the source with an address in the list, or a negative number */
    MarkReader(int[] content, ToIntFunction<String> sources) {
        this.content = content;
        this.sources = sources;
    }

    List<Pointer> read() {
        int at = 0;
        while (at < content.length) {
            at = Math.max(
                    at + 1,
                    switch (content[at]) {
                        case '[' -> bracket(at, ']');
                        case '【' -> bracket(at, '】');
                        case '#' -> hashes(at);
                        default -> at;
                    });
        }
        return found;
    }

    /** @return where to go on; the start if there is no mark */
    private int bracket(int start, int closing) {
        boolean isDouble = at(start + 1) == '[';
        int from = isDouble ? start + 2 : start + 1;
        int close = indexOf(closing, from);
        if (close < 0) {
            return start;
        }
        int end = isDouble && at(close + 1) == closing ? close + 2 : close + 1;
        int afterLink = at(end) == '(' ? indexOf(')', end) + 1 : 0;
        List<Integer> numbers = numbers(text(from, close));
        if (!numbers.isEmpty()) {
            numbers.forEach(number -> found.add(new Pointer(start, Math.max(end, afterLink), number, true)));
            return Math.max(end, afterLink);
        }
        if (afterLink > 0) {
            int source = sources.applyAsInt(text(end + 1, afterLink - 1));
            if (source >= 0) {
                found.add(new Pointer(start, afterLink, source, true));
                return afterLink;
            }
        }
        return start;
    }

    /** RAGFlow's older form, {@code ##0$$}. */
    private int hashes(int start) {
        int from = start + 2;
        int end = from;
        while (at(end) >= '0' && at(end) <= '9') {
            end++;
        }
        boolean isMark =
                at(start + 1) == '#' && end > from && end - from < MAX_DIGITS && at(end) == '$' && at(end + 1) == '$';
        if (!isMark) {
            return start;
        }
        found.add(new Pointer(start, end + 2, Integer.parseInt(text(from, end)), true));
        return end + 2;
    }

    /** The places in the list that the words of a bracket are; none if they are something else. */
    private static List<Integer> numbers(String words) {
        List<Integer> places = new ArrayList<>();
        for (String part : words.split("†", 2)[0].split("[,;]")) {
            List<Integer> some = places(part.strip().toLowerCase(Locale.ROOT));
            if (some.isEmpty()) {
                return List.of();
            }
            places.addAll(some);
        }
        return places;
    }

    private static List<Integer> places(String words) {
        int letters = 0;
        while (letters < words.length() && !Character.isDigit(words.charAt(letters))) {
            letters++;
        }
        String prefix = words.substring(0, letters).replace(':', ' ').strip();
        if (prefix.equals(FROM_ZERO)) {
            return range(words.substring(letters), 0);
        }
        return PREFIXES.contains(prefix) ? range(words.substring(letters), 1) : List.of();
    }

    /** One number, or those from the first to the last of {@code 2-4}. */
    private static List<Integer> range(String words, int shift) {
        String[] bounds = words.split("[-–]", 2);
        int first = number(bounds[0]), last = bounds.length == 1 ? first : number(bounds[1]);
        List<Integer> places = new ArrayList<>();
        for (int number = first; number >= shift && number <= last; number++) {
            places.add(number - shift);
        }
        return places;
    }

    /** A negative number if it is none: a year in brackets is no mark. */
    private static int number(String digits) {
        boolean isNumber = !digits.isBlank()
                && digits.strip().length() < MAX_DIGITS
                && digits.strip().chars().allMatch(Character::isDigit);
        return isNumber ? Integer.parseInt(digits.strip()) : -1;
    }

    private int indexOf(int wanted, int from) {
        int end = Math.min(content.length, from + (wanted == ')' ? content.length : MAX_MARK_CODE_POINTS));
        for (int at = from; at < end && content[at] != '\n'; at++) {
            if (content[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    private int at(int place) {
        return place < content.length ? content[place] : -1;
    }

    private String text(int from, int to) {
        return new String(content, from, to - from);
    }
}
