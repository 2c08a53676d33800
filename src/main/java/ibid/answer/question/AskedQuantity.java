package ibid.answer.question;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.WordList;
import ibid.language.quantity.Approximators;
import ibid.language.quantity.Quantity;
import ibid.search.grammar.QuestionClause;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What quantity a question asks for: in which units it is given, or which things are counted. "How many soldiers" asks
 * for a number of soldiers, not for a percentage and not for a sum of money.
 *
 * @param units   names of units one of which the quantity must have; empty where things are counted or nothing is known
 * @param counted the things counted; {@link AskedNoun#NONE} where it is not told
 */
public record AskedQuantity(Measure measure, Set<String> units, AskedNoun counted) {

    /** The kind of quantity, by how the question is worded. */
    public enum Measure {
        COUNT,
        FREQUENCY,
        CLOCK,
        SCORE,
        RANK,
        AREA,
        AGE,
        SHARE,
        TEMPERATURE,
        SPEED,
        WEIGHT,
        VOLUME,
        DURATION,
        /** Of time or of space: "how long is". */
        EXTENT,
        LENGTH,
        MONEY,
        /** "By how much" */
        CHANGE,
        /** Of any kind: "how big is". */
        SIZE,
        UNKNOWN
    }

    /** How well a quantity matches what is asked for. */
    public enum Fit {
        NONE,
        POSSIBLE,
        EXACT
    }

    public static final AskedQuantity ANY = new AskedQuantity(Measure.UNKNOWN, Set.of(), AskedNoun.NONE);

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(AskedQuantity.class, "asked-units.txt");
    private static final Map<Measure, Set<String>> UNITS = unitsByMeasure();
    private static final List<Measure> MEASURES_OF_UNITS = List.of(
            Measure.DURATION,
            Measure.LENGTH,
            Measure.AREA,
            Measure.MONEY,
            Measure.SHARE,
            Measure.WEIGHT,
            Measure.VOLUME,
            Measure.SPEED,
            Measure.TEMPERATURE);
    private static final Set<String> WHAT = Set.of("what", "whats", "which");
    private static final Set<String> POSSESSIVES = Set.of("his", "her", "their");
    private static final int MAX_WORDS_TO_NOUN = 5; // "what did the final death toll"
    private static final Set<String> NOUNS_OF_COUNTS = Set.of(
            "population",
            "toll",
            "attendance",
            "membership",
            "staff",
            "crew",
            "capacity",
            "headcount",
            "workforce",
            "garrison");

    static Set<String> units(Measure measure) {
        return UNITS.getOrDefault(measure, Set.of());
    }

    public static AskedQuantity of(String question) {
        Lexemes words = new Lexemes(question);
        for (int at = 0; at < words.size(); at++) {
            if (words.phrase(at, 2).equals("how many")) {
                return counted(words, at + 2);
            }
        }
        Optional<Measure> measure = measure(question);
        Optional<AskedQuantity> size = measure.filter(Measure.SIZE::equals).flatMap(any -> ofNoun(words));
        if (size.isPresent()) { // "How big is the crew?"
            return size.get();
        }
        if (measure.isPresent()) {
            return new AskedQuantity(measure.get(), UNITS.getOrDefault(measure.get(), Set.of()), AskedNoun.NONE);
        }
        return countedByNoun(words);
    }

    /** The kind that is asked for first; of two that begin together, the first in the file. */
    private static Optional<Measure> measure(String question) {
        Optional<Measure> first = Optional.empty();
        int firstStart = question.length();
        for (Map.Entry<String, CuePhrases> kind : CUES.entrySet()) {
            List<CuePhrases.Occurrence> found = kind.getValue().findIn(question);
            if (!found.isEmpty() && found.getFirst().start() < firstStart) {
                first = Optional.of(Measure.valueOf(kind.getKey()));
                firstStart = found.getFirst().start();
            }
        }
        return first;
    }

    private static AskedQuantity counted(Lexemes question, int from) {
        AskedNoun counted = AskedNoun.at(question, from);
        String unit = Quantity.unitNamed(question.key(from), question.phrase(from, 2));
        for (Measure measure : MEASURES_OF_UNITS) {
            if (UNITS.get(measure).contains(unit)) {
                return new AskedQuantity(measure, Set.of(unit), AskedNoun.NONE);
            }
        }
        return new AskedQuantity(counted.nouns().isEmpty() ? Measure.UNKNOWN : Measure.COUNT, Set.of(), counted);
    }

    /** "What is the population of Fiji?", "What was the death toll?" */
    private static AskedQuantity countedByNoun(Lexemes question) {
        if (!question.isOneOf(0, WHAT)) {
            return ANY;
        }
        if (question.is(2, "number") || question.is(2, "numbers")) { // "What troop number does he give?"
            return counted(question, 1);
        }
        Optional<AskedQuantity> ofNoun = ofNoun(question).filter(any -> isNounNear(question));
        for (int at = 0; ofNoun.isEmpty() && at < question.size(); at++) {
            if (question.phrase(at, 2).equals("number of")) {
                return counted(question, at + 2);
            }
        }
        return ofNoun.orElse(ANY);
    }

    /** "What did the death toll reach?", but not "What did the chief tell his staff?" */
    private static boolean isNounNear(Lexemes question) {
        for (int at = 0; at <= MAX_WORDS_TO_NOUN; at++) {
            if (question.isOneOf(at, NOUNS_OF_COUNTS)) {
                return !question.isOneOf(at - 1, POSSESSIVES);
            }
        }
        return question.isOneOf(1, QuestionClause.BE);
    }

    private static Optional<AskedQuantity> ofNoun(Lexemes question) {
        for (int at = 0; at < question.size(); at++) {
            if (question.isOneOf(at, NOUNS_OF_COUNTS) && !question.is(at - 1, "of")) { // no "chief of staff"
                return Optional.of(new AskedQuantity(Measure.COUNT, Set.of(), AskedNoun.at(question, at)));
            }
        }
        return Optional.empty();
    }

    /** Whether the question tells what is counted or in which unit. */
    public boolean isKnown() {
        return measure != Measure.UNKNOWN && measure != Measure.SIZE;
    }

    /** @param sentence the text that holds the quantity */
    public Fit fit(Quantity quantity, String sentence) {
        Lexemes words = new Lexemes(sentence);
        return switch (measure) {
            case COUNT -> fitCount(quantity, words);
            case AGE -> AgeForm.fit(quantity, words);
            case UNKNOWN -> Fit.POSSIBLE;
            case CHANGE -> fitChange(quantity, words);
            case SIZE -> fitSize(quantity);
            case FREQUENCY, CLOCK, SCORE, RANK -> Fit.NONE; // MeasurePatterns finds these
            case AREA, SHARE, TEMPERATURE, SPEED, WEIGHT, VOLUME, DURATION, EXTENT, LENGTH, MONEY ->
                units.contains(quantity.unit()) ? Fit.EXACT : Fit.NONE;
        };
    }

    private Fit fitCount(Quantity quantity, Lexemes sentence) {
        boolean isPart = quantity.kind() == Quantity.Kind.FRACTION;
        if (!quantity.unit().isEmpty() || isPart || counted.isCountedForOthers(quantity, sentence)) {
            return Fit.NONE;
        }
        return counted.isCountedBy(quantity, sentence) ? Fit.EXACT : Fit.POSSIBLE;
    }

    /** "shrink by about 5 per cent" */
    private static Fit fitChange(Quantity quantity, Lexemes sentence) {
        int before = Approximators.start(sentence, sentence.indexAt(quantity.start())) - 1;
        return sentence.is(before, "by") && !quantity.unit().isEmpty() ? Fit.EXACT : Fit.POSSIBLE;
    }

    private Fit fitSize(Quantity quantity) {
        if (units.contains(quantity.unit())) {
            return Fit.EXACT;
        }
        return quantity.unit().isEmpty() ? Fit.POSSIBLE : Fit.NONE;
    }

    private static Map<Measure, Set<String>> unitsByMeasure() {
        Map<Measure, Set<String>> units = new EnumMap<>(Measure.class);
        for (String line : WordList.lines(AskedQuantity.class, "measure-units.txt")) {
            Set<String> names = new HashSet<>();
            for (String name : line.split(" ")) {
                names.add(name.replace('_', ' '));
            }
            units.put(Measure.valueOf(line.substring(0, line.indexOf(' '))), names);
        }
        return units;
    }
}
