package ibid.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names of people, places and bodies by how they are written: runs of capitalised words, capitals that only open a sentence left out. */
public final class Names {

    private static final String CAPITAL =
            "(?:\\p{Lu}\\.(?:\\p{Lu}\\.)*|(?:\\d+(?:st|nd|rd|th)\\s+)?\\p{Lu}[\\p{L}\\p{N}]*+(?:[’'&.-]\\p{Lu}[\\p{L}\\p{N}]*+)*+(?!-\\p{Ll}))";
    private static final String NOT_SHORT = "(?!\\p{Lu}{2,}\\b)"; // "Ishiba LDP leader" names two; "US Navy" one
    private static final Pattern NAME = Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + CAPITAL + "(?:(?:\\s+(?:of|of the|de|du|der|van|von|bin|al|for))?\\s+" + NOT_SHORT
                    + CAPITAL + "){0,60}"); // bounded: each more is a call deeper
    private static final Pattern OPENS_SENTENCE = Pattern.compile("(^|[.!?…:;][\"”’»)\\]]*\\s+|\\n|[“\"‘(\\[—–]\\s*)$");

    /** Words that are capitalised only because they open a sentence. */
    private static final Set<String> COMMON = Set.copyOf(List.of(
            ("a an the this that these those such it its he his she her they their we our i you your who whom whose which what when "
                            + "where why how if whether and but or nor so yet for not no none both either neither each every all any some many most much more few several other another "
                            + "in on at by to from of with without within under over above below between among amid against across along around through during before after since until "
                            + "while as because although though despite however moreover furthermore meanwhile instead therefore thus hence then there here now today also even still only just "
                            + "already almost perhaps maybe indeed often never always once again soon later earlier recently currently formerly nearly about according additionally "
                            + "first second third last next finally overall similarly likewise nevertheless nonetheless otherwise rather is are was were be been do does did has have had can could "
                            + "may might must shall should will would let new old one two three four five six seven eight nine ten compared considering highlighting creating joining establishing "
                            + "regional regular successive former current analysts officials experts critics supporters reports statements problems members military defence defense security "
                            + "president prime minister mr mrs ms dr gen sir lord yes no well oh yeah him them did name list describe explain tell give say says said january february march april june july august september october november december "
                            + "monday tuesday wednesday thursday friday saturday sunday")
                    .split(" ")));

    /** Words of bodies, places and things in names that look like a person's. */
    private static final Pattern NOT_A_PERSON = Pattern.compile(
            "(?i)\\b(of|for|NATO|council|ministry|institute|university|treaty|fleet|party|times|news|post|strait|sea|ocean|pacific|states|kingdom|union|agency|office|command|army|navy|war|house|school"
                    + "|east|west|north|south|alliance|pact|act|centre|center|group|nations|endowment|division|republic|kyodo|tass|island|islands|base|summit|street|government|company|security|declaration|agreement|statement|forces|article|desk|review|shimbun|hms|uss|operation|general staff)\\b");

    private static final Pattern FIRST_WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern DATE = Pattern.compile(
            "(?i)(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(\\s+\\d+)?");

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

    /** The names in the text, in order. A single capitalised word that opens a sentence counts only if the text writes it so elsewhere too, or it is an acronym. */
    public static List<Name> in(String text) {
        return in(text, text);
    }

    /** The same, with a longer text to learn from which words are names. */
    public static List<Name> in(String text, String learnFrom) {
        return in(text, known(learnFrom));
    }

    /** What the text writes like a name within a sentence, and what therefore is one where it opens a sentence. */
    public static Set<String> known(String text) {
        Set<String> known = new HashSet<>();
        scan(text).stream().filter(name -> !opens(text, name.start())).forEach(name -> known.add(name.text()));
        return known;
    }

    /** The same, told which words are names. */
    public static List<Name> in(String text, Set<String> known) {
        return scan(text).stream()
                .filter(name -> name.words() > 1
                        || !opens(text, name.start())
                        || known.contains(name.text())
                        || acronym(name.text()))
                .toList();
    }

    /** Whether a name is a person's: two words or more, no word of a body or place, and the last word somewhere stands alone, as a surname does. */
    public static boolean isPerson(String name, String text) {
        if (!name.contains(" ") || isBody(name)) return false;
        String surname = Pattern.quote(name.substring(name.lastIndexOf(' ') + 1));
        return Pattern.compile("(?<!\\p{Lu}\\p{L}{0,20} )(?<!\\p{Lu}\\. )\\b" + surname + "\\b(?!\\s+\\p{Lu})")
                .matcher(text)
                .find();
    }

    /** Whether the name has a word of a body, a place or a thing in it, or is an acronym, so that it cannot be a person's. */
    public static boolean isBody(String name) {
        return NOT_A_PERSON.matcher(name).find() || !name.contains(" ") && acronym(name);
    }

    /** Whether a word is capitalised only where it opens a sentence; "I" always is. */
    public static boolean isCommon(String lowerCase) {
        return COMMON.contains(lowerCase);
    }

    private static boolean opens(String text, int start) {
        return OPENS_SENTENCE
                        .matcher(text.substring(Math.max(0, start - 8), start))
                        .find()
                || start == 0;
    }

    private static boolean acronym(String word) {
        return word.length() > 1
                && word.equals(word.toUpperCase(Locale.ROOT))
                && word.chars().filter(Character::isLetter).count() > 1;
    }

    private static List<Name> scan(String text) {
        List<Name> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            int start = matcher.start();
            String rest = matcher.group();
            while (!rest.isEmpty() && COMMON.contains(firstWord(rest))) {
                int cut = firstWord(rest).length();
                String after = rest.substring(cut);
                start += cut + after.length() - after.stripLeading().length();
                rest = after.stripLeading();
            }
            if (!rest.isEmpty() && Character.isLetterOrDigit(rest.charAt(0)) && !isDate(rest))
                names.add(new Name(rest, start));
        }
        return names;
    }

    private static boolean isDate(String name) {
        return DATE.matcher(name).matches();
    }

    private static String firstWord(String text) {
        Matcher word = FIRST_WORD.matcher(text);
        return word.lookingAt() ? text.substring(0, word.end()).toLowerCase(Locale.ROOT) : "";
    }
}
