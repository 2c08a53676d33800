package ibid.answer.llm;

import java.util.ArrayList;
import java.util.List;

/**
 * A language model's text with its marks removed: {@code [S1]}, {@code [S1, S3]}, {@code [2]}, {@code 【4】},
 * {@code (S5)}. Marks within code are kept as text.
 */
record MarkedText(String plain, List<Mark> marks) {

    private static final String OPENING = "[【(";
    private static final String CLOSING = "]】)";
    private static final String[] PREFIXES = {"passages ", "passage "};
    private static final char SOURCE_SIGN = '†'; // "【4†source】"
    private static final char CODE = '`';
    private static final int MAX_OPEN_MARK_CHARS = 40;
    private static final int MAX_NUMBER_CHARS = 3;
    private static final int MAX_PASSAGES_BEYOND_FIRST = 5; // of a range

    /**
     * @param position char offset in the plain text
     * @param names    of the passages: "S1", "2"
     */
    record Mark(int position, List<String> names) {}

    static MarkedText of(String text) {
        StringBuilder plain = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfCode(text, at);
            List<String> names = end > at ? List.of() : namesOfMarkAt(text, at);
            if (names.isEmpty()) {
                int next = Math.max(end, at + 1);
                plain.append(text, at, next);
                at = next;
            } else {
                plain.setLength(plain.toString().stripTrailing().length());
                marks.add(new Mark(plain.length(), names));
                at = endOfBracket(text, at) + 1;
            }
        }
        return new MarkedText(plain.toString(), marks);
    }

    private static int endOfCode(String text, int at) {
        if (text.charAt(at) != CODE) {
            return at;
        }
        int end = text.indexOf(CODE, at + 1);
        return end < 0 ? at : end + 1;
    }

    private static List<String> namesOfMarkAt(String text, int at) {
        int end = endOfBracket(text, at);
        if (end < 0) {
            return List.of();
        }
        boolean isRound = text.charAt(at) == '(';
        String inside = text.substring(at + 1, end).strip();
        return isRound ? names(inside, true) : names(withoutDecoration(inside), false);
    }

    private static int endOfBracket(String text, int at) {
        if (OPENING.indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        int end = at + 1;
        while (end < text.length() && CLOSING.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == text.length()) {
            return -1;
        }
        boolean fits = (text.charAt(at) == '(') == (text.charAt(end) == ')');
        return fits ? end : -1;
    }

    private static String withoutDecoration(String inside) {
        int source = inside.indexOf(SOURCE_SIGN);
        String names = source < 0 ? inside : inside.substring(0, source);
        for (String prefix : PREFIXES) {
            if (names.startsWith(prefix)) {
                return names.substring(prefix.length());
            }
        }
        return names;
    }

    /** The names in a list; empty if the list contains anything else. */
    private static List<String> names(String list, boolean needsLetter) {
        List<String> names = new ArrayList<>();
        for (String part : list.replace(';', ',').split(",", -1)) {
            List<String> named = namesIn(part, needsLetter);
            if (named.isEmpty()) {
                return List.of();
            }
            names.addAll(named);
        }
        return names;
    }

    /** One name, or the names of a range; empty if it is anything else. */
    private static List<String> namesIn(String part, boolean needsLetter) {
        List<String> range = List.of(part.replace('–', '-').split("-", -1));
        boolean areNames = range.stream().allMatch(name -> isName(name.strip(), needsLetter));
        if (!areNames || range.size() > (needsLetter ? 1 : 2)) {
            return List.of();
        }
        return range.size() == 1 ? List.of(part.strip()) : expand(number(range.getFirst()), number(range.getLast()));
    }

    private static boolean isName(String name, boolean needsLetter) {
        boolean hasLetter = name.startsWith("S") || name.startsWith("s");
        String number = hasLetter ? name.substring(1) : name;
        if (needsLetter && !hasLetter || number.isEmpty() || number.length() > MAX_NUMBER_CHARS) {
            return false;
        }
        return number.chars().allMatch(Character::isDigit);
    }

    private static int number(String name) {
        String plain = name.strip();
        return Integer.parseInt(Character.isDigit(plain.charAt(0)) ? plain : plain.substring(1));
    }

    private static List<String> expand(int first, int last) {
        List<String> names = new ArrayList<>();
        int end = Math.min(last, first + MAX_PASSAGES_BEYOND_FIRST);
        for (int number = first; number <= end; number++) {
            names.add("S" + number);
        }
        return names;
    }

    /** The text before anything that may still become a mark or code. */
    static String withoutOpenMark(String text) {
        int end = Math.min(startOfOpenBracket(text), startOfOpenCode(text));
        return end == text.length() ? text : text.substring(0, end).stripTrailing();
    }

    private static int startOfOpenBracket(String text) {
        int start = text.length();
        for (int at = text.length() - 1; at >= 0 && CLOSING.indexOf(text.charAt(at)) < 0; at--) {
            if (text.length() - at - 1 > MAX_OPEN_MARK_CHARS) {
                break;
            }
            if (OPENING.indexOf(text.charAt(at)) >= 0) {
                start = at;
            }
        }
        return start;
    }

    private static int startOfOpenCode(String text) {
        long signs = text.chars().filter(sign -> sign == CODE).count();
        return signs % 2 == 0 ? text.length() : text.lastIndexOf(CODE);
    }
}
