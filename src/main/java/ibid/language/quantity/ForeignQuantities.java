package ibid.language.quantity;

import ibid.language.Lexemes;
import ibid.language.WordList;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the numbers of languages other than English: "14,5 Millionen Euro", "1 400", "2.300 piezas", "40 миллиардов
 * рублей", "25亿元". A comma divides decimals there, a stop or a space thousands; Chinese writes them as English.
 */
public final class ForeignQuantities {

    private static final Map<String, Double> MAGNITUDES = new HashMap<>();
    private static final Map<String, String> UNITS = new HashMap<>();
    private static final Map<String, Integer> NUMBER_WORDS = new HashMap<>();
    private static final Set<String> LINKS = Set.of("de", "di", "d");
    private static final int GROUP_FIGURES = 3;
    private static final int MIN_TURKISH_UNIT_CHARS = 3;
    private static final int MAX_UNIT_CHARS = 4; // of Chinese: "平方公里"

    static {
        for (String line : WordList.lines(ForeignQuantities.class, "foreign-magnitudes.txt")) {
            List<String> words = List.of(line.split(" "));
            words.subList(1, words.size()).forEach(word -> MAGNITUDES.put(word, Double.parseDouble(words.getFirst())));
        }
        for (String line : WordList.lines(ForeignQuantities.class, "foreign-units.txt")) {
            List<String> words = List.of(line.split(" "));
            words.subList(1, words.size()).forEach(word -> UNITS.put(word, words.getFirst()));
        }
        for (String line : WordList.lines(ForeignQuantities.class, "foreign-number-words.txt")) {
            List<String> words = List.of(line.split(" "));
            int value = Integer.parseInt(words.getFirst());
            words.subList(1, words.size()).forEach(word -> NUMBER_WORDS.put(word, value));
        }
    }

    private final String source;
    private final Lexemes text;
    private final boolean isChinese;
    private final boolean isTurkish;
    private final List<Quantity> found = new ArrayList<>();

    /** A number in figures or words, and the position after it. */
    private record Number(double value, int end) {}

    private ForeignQuantities(String source, String language) {
        this.source = source;
        this.text = new Lexemes(withoutDates(source));
        this.isChinese = language.equals("zh");
        this.isTurkish = language.equals("tr");
    }

    /** Every number of the text in order, without dates. */
    public static List<Quantity> in(String text, String language) {
        ForeignQuantities quantities = new ForeignQuantities(text, language);
        int at = 0;
        while (at < quantities.text.size()) {
            at = quantities.scan(at);
        }
        return quantities.found;
    }

    private static String withoutDates(String text) {
        StringBuilder rest = new StringBuilder(text);
        for (Timex timex : TemporalTagger.tag(text)) {
            if (timex.kind() == Timex.Kind.WRITTEN) {
                rest.replace(timex.start(), timex.end(), " ".repeat(timex.end() - timex.start()));
            }
        }
        return rest.toString();
    }

    private int scan(int at) {
        Number number = number(at);
        if (number.end() == at) {
            return at + 1;
        }
        double value = number.value();
        int end = number.end();
        while (MAGNITUDES.containsKey(text.key(end))) {
            value *= MAGNITUDES.get(text.key(end));
            end++;
        }
        return add(at, afterLink(end), value);
    }

    /** The position of the unit in "3,2 millions de tonnes" and "12,8 millions d'euros"; the same without one. */
    private int afterLink(int at) {
        if (!LINKS.contains(text.key(at))) {
            return at;
        }
        int unit = text.is(at + 1, "'") || text.is(at + 1, "’") ? at + 2 : at + 1;
        return UNITS.containsKey(text.key(unit)) ? unit : at;
    }

    private int add(int from, int end, double value) {
        int unitEnd = unitEnd(end);
        String behind = unit(unitText(end, unitEnd));
        int last = behind.isEmpty() ? end : unitEnd;
        String unit = isPercentage(from) ? "percent" : behind;
        String words = source.substring(text.start(from), text.end(last - 1));
        String counted = text.key(last);
        found.add(new Quantity(Quantity.Kind.CARDINAL, value, unit, 0, counted, words, text.start(from)));
        return last;
    }

    /** Turkish units have endings: "liraya", "kilometrelik". */
    private String unit(String word) {
        int end = word.length();
        while (isTurkish && end > MIN_TURKISH_UNIT_CHARS && !UNITS.containsKey(word.substring(0, end))) {
            end--;
        }
        return UNITS.getOrDefault(word.substring(0, end), "");
    }

    /** "yüzde 12", "%12", "百分之6". */
    private boolean isPercentage(int at) {
        String before = isChinese ? text.slice(Math.max(0, at - 3), at) : text.key(at - 1);
        return before.equals("百分之") || before.equals("yüzde") || text.isGlued(at) && before.equals("%");
    }

    private Number number(int at) {
        Integer word = NUMBER_WORDS.get(text.key(at));
        if (word != null && (isChinese || !text.isGlued(at))) {
            return new Number(word, at + 1);
        }
        boolean ofWord = text.isGlued(at) && text.isWord(at - 1);
        return text.isNumber(at) && !ofWord ? figures(at) : new Number(0, at);
    }

    private Number figures(int at) {
        StringBuilder figures = new StringBuilder(text.text(at));
        int end = at + 1;
        if (text.text(at).length() <= GROUP_FIGURES) {
            int next = groupEnd(end);
            while (next > end) {
                figures.append(text.text(next - 1));
                end = next;
                next = groupEnd(end);
            }
        }
        String decimal = isChinese ? "." : ",";
        if (text.isGlued(end, decimal) && text.isGluedNumber(end + 1)) {
            figures.append('.').append(text.text(end + 1));
            end += 2;
        }
        return new Number(Double.parseDouble(figures.toString()), end);
    }

    /** The position after a further group of three figures; the same if there is none. */
    private int groupEnd(int at) {
        if (isGroup(at) && !text.isGlued(at) && text.start(at) - text.end(at - 1) == 1) {
            return at + 1;
        }
        String mark = isChinese ? "," : ".";
        boolean marked = text.isGlued(at, mark) && text.isGlued(at + 1) && isGroup(at + 1);
        return marked ? at + 2 : at;
    }

    private boolean isGroup(int at) {
        return text.isNumber(at) && text.text(at).length() == GROUP_FIGURES;
    }

    /** The position after the words that may name a unit. */
    private int unitEnd(int at) {
        if (!isChinese) {
            return UNITS.containsKey(text.phrase(at, 2)) ? at + 2 : at + 1;
        }
        for (int end = at + MAX_UNIT_CHARS; end > at + 1; end--) {
            if (UNITS.containsKey(unitText(at, end))) {
                return end;
            }
        }
        return at + 1;
    }

    private String unitText(int at, int end) {
        return isChinese
                ? text.slice(at, Math.min(end, text.size())).toLowerCase(Locale.ROOT)
                : text.phrase(at, end - at);
    }
}
