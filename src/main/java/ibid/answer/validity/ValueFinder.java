package ibid.answer.validity;

import ibid.language.quantity.Quantity;
import ibid.language.time.CalendarDate;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds a number, date, name or title in a text, even if it is written in another way there. */
final class ValueFinder {

    private static final double RELATIVE_ERROR = 1e-9; // of floating point
    private static final int NAME_WORDS = 2; // first name and surname
    private static final int MIN_SURNAME_CHARS = 3;

    private ValueFinder() {}

    /** @param start char offset; the end is exclusive */
    record Place(int start, int end) {

        boolean overlaps(int from, int to) {
            return start < to && end > from;
        }
    }

    /** @param other the value that it is mistaken for, which it must be told from */
    static List<Place> find(String value, String other, String text) {
        List<Place> places = new ArrayList<>();
        List<Timex> dates = TemporalTagger.tag(value);
        List<Quantity> numbers = Quantity.all(value);
        if (dates.size() == 1 && dates.getFirst().words().equals(value)) {
            addDates(dates.getFirst().date(), text, places);
        }
        if (numbers.size() == 1 && value.startsWith(numbers.getFirst().words())) {
            addNumbers(numbers.getFirst(), text, places);
        }
        if (places.isEmpty() && dates.isEmpty() && numbers.isEmpty()) {
            addWords(value, text, places);
            addSurname(value, other, text, places);
        }
        return places;
    }

    private static void addDates(CalendarDate date, String text, List<Place> places) {
        for (Timex timex : TemporalTagger.tag(text)) {
            if (timex.isWritten() && isSame(timex.date(), date)) {
                places.add(new Place(timex.start(), timex.end()));
            }
        }
    }

    private static boolean isSame(CalendarDate one, CalendarDate other) {
        boolean years =
                one.year().isEmpty() || other.year().isEmpty() || one.year().equals(other.year());
        return years && one.month().equals(other.month()) && one.day().equals(other.day());
    }

    private static void addNumbers(Quantity number, String text, List<Place> places) {
        for (Quantity quantity : Quantity.all(text)) {
            double difference = Math.abs(quantity.value() - number.value());
            boolean isExact = difference <= RELATIVE_ERROR * Math.abs(number.value());
            if (isExact && quantity.isGivenBy(number)) {
                places.add(new Place(quantity.start(), quantity.end()));
            }
        }
    }

    private static void addWords(String words, String text, List<Place> places) {
        String lower = text.toLowerCase(Locale.ROOT);
        String sought = words.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(sought);
        while (at >= 0) {
            int end = at + sought.length();
            if (isBorder(lower, at - 1) && isBorder(lower, end)) {
                places.add(new Place(at, end));
            }
            at = lower.indexOf(sought, end);
        }
    }

    /** "Alder" stands for "Ruth Alder" unless the right name has it too. */
    private static void addSurname(String name, String other, String text, List<Place> places) {
        String[] words = name.split(" ");
        String surname = words[words.length - 1];
        boolean isName = words.length == NAME_WORDS && surname.length() >= MIN_SURNAME_CHARS;
        if (places.isEmpty() && isName && !other.contains(surname) && text.contains(surname)) {
            addWords(surname, text, places);
        }
    }

    private static boolean isBorder(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
