package ibid.read;

import ibid.language.Names;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A value in a notice that may be withdrawn or right.
 *
 * @param start char offset
 */
record NoticeValue(Kind kind, String words, int start) {

    private static final int MAX_QUOTE_CHARS = 160;

    /** From the surest; words are of the first kind that has them. */
    enum Kind {
        QUOTE,
        DATE,
        NUMBER,
        NAME
    }

    int end() {
        return start + words.length();
    }

    /** Every value of the text in order, none within another. */
    static List<NoticeValue> in(String text) {
        List<NoticeValue> values = new ArrayList<>();
        addQuotes(text, values);
        for (Timex timex : TemporalTagger.tag(text)) {
            add(new NoticeValue(Kind.DATE, timex.words(), timex.start()), values);
        }
        for (Quantity quantity : Quantity.in(text)) {
            if (quantity.kind() != Quantity.Kind.ORDINAL) {
                add(new NoticeValue(Kind.NUMBER, quantity.words(), quantity.start()), values);
            }
        }
        for (Names.Name name : Names.in(text)) {
            add(new NoticeValue(Kind.NAME, name.text(), name.start()), values);
        }
        values.sort(Comparator.comparingInt(NoticeValue::start));
        return values;
    }

    private static void add(NoticeValue value, List<NoticeValue> values) {
        if (values.stream().noneMatch(other -> other.start < value.end() && value.start < other.end())) {
            values.add(value);
        }
    }

    private static void addQuotes(String text, List<NoticeValue> values) {
        int at = 0;
        while (at < text.length()) {
            int end = "“\"".indexOf(text.charAt(at)) < 0 ? -1 : endOfQuote(text, at + 1);
            if (end > at + 1) {
                values.add(new NoticeValue(Kind.QUOTE, text.substring(at + 1, end), at + 1));
            }
            at = Math.max(end, at) + 1;
        }
    }

    /** Where the quotation that begins there is closed; -1 where it is not. */
    private static int endOfQuote(String text, int start) {
        int limit = Math.min(text.length(), start + MAX_QUOTE_CHARS);
        for (int at = start; at < limit; at++) {
            if ("”\"".indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** Whether both give the same. */
    boolean isSame(NoticeValue other) {
        if (kind == Kind.NUMBER && other.kind == Kind.NUMBER) {
            return quantity().isGivenBy(other.quantity());
        }
        return words.equalsIgnoreCase(other.words);
    }

    /** Of a number. */
    Quantity quantity() {
        return Quantity.in(words).getFirst();
    }
}
