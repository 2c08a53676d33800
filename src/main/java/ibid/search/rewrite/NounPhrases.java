package ibid.search.rewrite;

import ibid.language.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the noun phrases of a question without a tagger: runs of words that are neither function words nor common
 * verbs.
 */
final class NounPhrases {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.&/-][\\p{L}\\p{N}]+)*");
    private static final Pattern AUXILIARY = Pattern.compile("do|does|did|can|could|will|would|should|may|might|must");
    private static final Pattern TO_BE = Pattern.compile("is|are|was|were|been|be|being|get|got|has|have|had");

    /** Words that open, join or bend a sentence. */
    private static final Set<String> FUNCTION = words(
            "a an the this that these those such some any no every each all both either neither more most much many few less least several other others another same "
                    + "one ones it its he him his she her hers they them their theirs we us our i me my mine you your yours there here who whom whose which what when where why how if whether and but or nor so yet "
                    + "than then as in on at by to from of with without within under over about above below between among against across along around through during before after since until while because into onto "
                    + "upon out up down off per via like unlike besides beyond towards for vs versus not only just also too even still ever never always often usually actually really very quite rather typically currently "
                    + "instead again already yes ok okay oh wow well please thanks thank hi hello interesting sorry is are was were be been being am do does did done doing has have had having can could may might must "
                    + "shall should will would s t d re ll ve m don doesn didn isn aren wasn weren hasn haven couldn wouldn shouldn exactly originally apart together now today first last next particular general else long far "
                    + "later earlier something anything someone anyone people person let lot lots anyway possible able fun myself yourself yourselves himself herself itself themselves ourselves serious mandatory true interested information throughout once twice finally made whether own using according regarding concerning sure correct");

    /** Verbs of questions; their endings come off before they are looked up. */
    private static final Set<String> VERBS = words(
            "know tell learn like want need go make get give take come see say said think mean happen work begin began start stop help compare relate differ recover know find found use show "
                    + "choose buy sell pay eat drink keep become became bring brought hold held lead led run ran grow grew lose lost win won build built send sent spend spent teach taught sound seem look feel hurt "
                    + "replace govern continue attract catch influence respond react reply answer agree disagree object propose announce decide vote sign join leave left plan support oppose criticise criticize reject accept "
                    + "consider provide improve adapt spoil die originate produce process recycle recommend explain describe list discuss borrow receive owe fix repair treat reverse resign serve contain include involve cause "
                    + "require cover chip prevent avoid affect change call name base try ask believe expect enjoy live visit travel play contribute develop originate exist occur consist differ vary depend claim argue");

    /** Nouns that say which side of a thing is asked about, never what it is about. */
    private static final Set<String> SIDES = words(
            "type kind sort variety fact information info detail example thing way difference role purpose cause effect impact pro con benefit advantage disadvantage risk importance part number amount "
                    + "level name reason result issue problem question relationship process cost price option choice alternative feature concern criticism rule approach need idea side point word time day year moment sign cost "
                    + "important different main best better worse good bad big bigger biggest large largest popular common typical notable famous well-known similar new newest old recent interesting specific major great expensive cheap "
                    + "origin history symptom treatment definition meaning component tip step stage pron response role coverage money area place city country location size age goal aim plan tip name");

    /** @param head its last word */
    record Phrase(String text, int start, boolean named, List<String> words) {

        int end() {
            return start + text.length();
        }

        String head() {
            return words.getLast();
        }
    }

    private record Word(String text, int start, boolean functional, boolean capital) {

        String low() {
            return text.toLowerCase(Locale.ROOT);
        }

        int end() {
            return start + text.length();
        }
    }

    private NounPhrases() {}

    private static Set<String> words(String words) {
        return Arrays.stream(words.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * In order; words that only name a side of a thing ("types", "the best") are left out at the front and do not make
     * a phrase.
     */
    static List<Phrase> in(String question) {
        List<Names.Name> names = Names.in(question);
        List<Phrase> phrases = new ArrayList<>();
        List<Word> run = new ArrayList<>();
        String before = "", last = "";
        for (Word word : split(question, names)) {
            boolean apart = !run.isEmpty()
                    && !question.substring(run.getLast().end(), word.start()).isBlank();
            if (apart || word.functional()) {
                close(question, run, before, VERBS.contains(word.low()) || VERBS.contains(stem(word.low())))
                        .ifPresent(phrases::add);
                run.clear();
            }
            if (!word.functional()) {
                if (run.isEmpty()) before = last;
                run.add(word);
            }
            last = word.low();
        }
        close(question, run, before, false).ifPresent(phrases::add);
        return phrases;
    }

    private static List<Word> split(String question, List<Names.Name> names) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(question);
        while (matcher.find()) {
            int start = matcher.start();
            boolean named = names.stream().anyMatch(name -> name.start() <= start && start < name.end());
            String low = matcher.group().toLowerCase(Locale.ROOT);
            words.add(new Word(
                    matcher.group(),
                    start,
                    !named
                            && (FUNCTION.contains(low)
                                    || VERBS.contains(low)
                                    || VERBS.contains(stem(low)) && !low.endsWith("ing")),
                    named));
        }
        return words;
    }

    /** Cuts a run down to its noun phrase: "does seed investment work" loses its verb, "types of" never was one. */
    private static Optional<Phrase> close(String question, List<Word> run, String before, boolean verbFollows) {
        List<Word> words = new ArrayList<>(run);
        boolean auxiliary = AUXILIARY.matcher(before).matches();
        boolean ofWhat =
                !words.isEmpty() && question.startsWith(" of ", words.getLast().end());
        if (words.size() > 1 && auxiliary && !verbFollows && !words.getLast().capital()) words.removeLast();
        if (!words.isEmpty()
                && words.getLast().low().matches("\\w+ed")
                && !words.getLast().capital()) words.removeLast();
        if (!words.isEmpty() && before.equals("to") && !words.getFirst().capital() && words.size() == 1)
            words.removeFirst();
        while (!words.isEmpty() && side(words.getFirst())) words.removeFirst();
        if (words.isEmpty()
                || ofWhat && side(words.getLast()) && !words.getFirst().capital()) return Optional.empty();
        String text =
                question.substring(words.getFirst().start(), words.getLast().end());
        return Optional.of(new Phrase(
                text,
                words.getFirst().start(),
                words.stream().anyMatch(Word::capital),
                words.stream().map(Word::low).toList()));
    }

    private static boolean side(Word word) {
        return !word.capital() && (SIDES.contains(word.low()) || SIDES.contains(stem(word.low())));
    }

    /** Without the ending of a plural or a verb; only to compare words of questions with each other. */
    static String stem(String word) {
        if (word.endsWith("ies") && word.length() > 4) return word.substring(0, word.length() - 3) + "y";
        if (word.endsWith("ing") && word.length() > 5) return word.substring(0, word.length() - 3);
        if (word.matches(".{2,}(ss|x|ch|sh)es")) return word.substring(0, word.length() - 2);
        if (word.endsWith("ed") && word.length() > 4)
            return word.substring(0, word.length() - (word.endsWith("eed") ? 0 : 2));
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && word.length() > 3
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
