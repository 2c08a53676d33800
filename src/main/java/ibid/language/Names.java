package ibid.language;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds names of people, places and organisations by their spelling: runs of capitalised words, without words that are
 * capitalised only because they begin a sentence.
 */
public final class Names {

    private static final String CAPITAL = "(?:\\p{Lu}\\.(?:\\p{Lu}\\.)*|(?:\\d+(?:st|nd|rd|"
            + "th)\\s+)?\\p{Lu}[\\p{L}\\p{N}]*+(?:[’'&.-]\\p{Lu}[\\p{L}\\p{N}]*+)*+(?!-\\p{Ll}))";
    private static final String NOT_SHORT = "(?!\\p{Lu}{2,}\\b)"; // "Ishiba LDP leader" names two; "US Navy" one
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + CAPITAL + "(?:(?:\\s+(?:of|of the|de|du|der|van|von|bin|al|for))?\\s+" + NOT_SHORT
                    + CAPITAL + "){0,60}"); // bounded, because each repetition is a recursive call
    private static final Pattern OPENS_SENTENCE = Pattern.compile("(^|[.!?…:;][\"”’»)\\]]*\\s+|\\n|[“\"‘(\\[—–]\\s*)$");

    private static final Set<String> OPENING_WORDS = WordList.read(Names.class, "opening-words.txt");
    private static final Set<String> BODY_WORDS = WordList.read(Names.class, "body-words.txt");
    private static final Set<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SHIP_PREFIXES =
            Set.of("uss", "hms", "rms", "ss", "ins", "hmcs", "hmas", "js", "usns");
    private static final int MIN_ACRONYM_CHARS = 3;
    private static final int MAX_BORDER_CHARS = 8; // between the end of a sentence and the next word

    /** @param start char offset in the text searched */
    public record Name(String text, int start) {

        public int end() {
            return start + text.length();
        }

        public int words() {
            return text.split("\\s+").length;
        }
    }

    private Names() {}

    /** Of the words in capitals: "GCAP" of "Global Combat Air Programme". */
    public static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[\\s-]+")) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }

    /** Whether an acronym has the initials of a name and else letters of it: "ECSC", "NORAD". */
    public static boolean isAcronymOf(String acronym, String name) {
        boolean isAcronym = acronym.length() >= MIN_ACRONYM_CHARS && acronym.equals(acronym.toUpperCase(Locale.ROOT));
        return isAcronym
                && acronym.charAt(0) == name.charAt(0)
                && isWithin(initials(name), acronym)
                && isWithin(acronym, name.toUpperCase(Locale.ROOT));
    }

    /** Whether the letters are found in the text, in their order. */
    private static boolean isWithin(String letters, String text) {
        int at = 0;
        for (int letter = 0; letter < letters.length(); letter++) {
            at = text.indexOf(letters.charAt(letter), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The names in the text, in order. A single capitalised word that begins a sentence counts only if it is also
     * capitalised elsewhere in the text, or is an acronym.
     */
    public static List<Name> in(String text) {
        return in(text, text);
    }

    /** The same, with a longer text that shows which words are names. */
    public static List<Name> in(String text, String learnFrom) {
        return in(text, known(learnFrom));
    }

    /**
     * The words that the text writes as names within sentences. Such a word is also a name at the beginning of a
     * sentence.
     */
    public static Set<String> known(String text) {
        Set<String> known = new HashSet<>();
        scan(text).stream().filter(name -> !opensSentence(text, name.start())).forEach(name -> known.add(name.text()));
        return known;
    }

    /** The same, with the words that are known to be names. */
    public static List<Name> in(String text, Set<String> known) {
        return scan(text).stream()
                .filter(name -> name.words() > 1
                        || !opensSentence(text, name.start())
                        || known.contains(name.text())
                        || isAcronym(name.text()))
                .toList();
    }

    /**
     * Whether a name is a person's: it has two words or more, no word for an organisation or place, and its last word
     * occurs alone somewhere, like a surname.
     */
    public static boolean isPerson(String name, String text) {
        if (!name.contains(" ") || isBody(name)) {
            return false;
        }
        String surname = Pattern.quote(name.substring(name.lastIndexOf(' ') + 1));
        return Pattern.compile("(?<!\\p{Lu}\\p{L}{0,20} )(?<!\\p{Lu}\\. )\\b" + surname + "\\b(?!\\s+\\p{Lu})")
                .matcher(text)
                .find();
    }

    /**
     * Whether the name contains a word for an organisation, a place or a thing, or is an acronym, so that it cannot be
     * a person's.
     */
    public static boolean isBody(String name) {
        Lexemes words = new Lexemes(name);
        for (int at = 0; at < words.size(); at++) {
            if (BODY_WORDS.contains(words.key(at)) || words.phrase(at, 2).equals("general staff")) {
                return true;
            }
        }
        return !name.contains(" ") && isAcronym(name);
    }

    /** Whether it begins as the names of ships do: "HMS Richmond". */
    public static boolean isShip(String name) {
        return SHIP_PREFIXES.contains(new Lexemes(name).key(0));
    }

    /** Whether a word is capitalised only because it begins a sentence, or is a month or weekday. */
    public static boolean isCommon(String lowerCase) {
        return OPENING_WORDS.contains(lowerCase) || WEEKDAYS.contains(lowerCase) || MonthNames.isEnglishName(lowerCase);
    }

    private static boolean opensSentence(String text, int start) {
        if (start == 0) {
            return true;
        }
        String before = text.substring(Math.max(0, start - MAX_BORDER_CHARS), start);
        return OPENS_SENTENCE.matcher(before).find();
    }

    private static boolean isAcronym(String word) {
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && word.chars().filter(Character::isLetter).count() > 1;
    }

    private static List<Name> scan(String text) {
        List<Name> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            int end = matcher.start() + beforeNextSentence(matcher.group());
            add(matcher.group().substring(0, end - matcher.start()), end, names);
            add(matcher.group().substring(end - matcher.start()), matcher.end(), names);
        }
        return names;
    }

    private static void add(String capitalised, int end, List<Name> names) {
        String name = withoutOpening(capitalised.stripLeading());
        boolean named = !name.isEmpty() && Character.isLetterOrDigit(name.charAt(0));
        if (named && !isDate(name)) {
            names.add(new Name(name, end - name.length()));
        }
    }

    /** Where the first of two sentences ends: "in the U.S. The Senate". The length if there is one. */
    private static int beforeNextSentence(String capitalised) {
        int stop = capitalised.indexOf(". ");
        while (stop >= 0) {
            if (isCommon(firstWord(capitalised.substring(stop + 1).stripLeading()))) {
                return stop + 1;
            }
            stop = capitalised.indexOf(". ", stop + 1);
        }
        return capitalised.length();
    }

    /** The name without words that are capitalised only because they begin the sentence. */
    private static String withoutOpening(String name) {
        String rest = name;
        String first = firstWord(rest);
        while (isCommon(first) && !opensName(first, rest)) {
            rest = rest.substring(first.length()).stripLeading();
            first = firstWord(rest);
        }
        return rest;
    }

    /** "New Zealand", "New York". */
    private static boolean opensName(String first, String name) {
        return first.equals("new") && name.length() > first.length();
    }

    private static boolean isDate(String name) {
        Lexemes words = new Lexemes(name);
        boolean named = MonthNames.ofEnglish(words.text(0)).isPresent() || WEEKDAYS.contains(words.key(0));
        return named && (words.size() == 1 || words.size() == 2 && words.isNumber(1));
    }

    /** The first word in lower case; empty if the text does not begin with one. */
    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
