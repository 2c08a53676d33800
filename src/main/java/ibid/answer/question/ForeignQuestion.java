package ibid.answer.question;

import ibid.answer.CuePhrases;
import ibid.language.CharRuns;
import ibid.language.ForeignNames;
import ibid.language.Names;
import ibid.language.QuestionLanguage;
import ibid.language.quantity.ForeignQuantities;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a question in a language other than English asks for, and the words of a sentence in that language that have the
 * type asked for.
 *
 * @param units the quantity must have one of these; empty if things are counted or nothing is known
 * @param nouns stems of the things counted; empty if unknown
 */
public record ForeignQuestion(String language, AnswerType type, Set<String> units, Set<String> nouns) {

    private static final int WORDS_TO_COUNTED_NOUN = 4; // "1 400 грузовых и легковых автомобилей"
    private static final int CHARS_TO_COUNTED_NOUN = 6;
    private static final int NOUNS_COUNTED = 2; // stems after "how many" that may be the noun
    private static final List<String> TURKISH_LOCATIVES =
            List.of("'da", "'de", "'ta", "'te", "'nda", "'nde", "’da", "’de", "’ta", "’te", "’nda", "’nde");
    private static final List<AskedQuantity.Measure> MEASURES = List.of(
            AskedQuantity.Measure.DURATION,
            AskedQuantity.Measure.AGE,
            AskedQuantity.Measure.MONEY,
            AskedQuantity.Measure.SHARE,
            AskedQuantity.Measure.LENGTH,
            AskedQuantity.Measure.WEIGHT);
    private static final String CHINESE_VERBS = "是有为达到";
    private static final Set<String> MORE_CURRENCIES = Set.of("lira", "real");
    private static final String CHINESE = "zh";

    /** The question; empty if it is in English. */
    public static Optional<ForeignQuestion> of(String question) {
        String language = QuestionLanguage.of(question);
        return language.equals(QuestionLanguage.ENGLISH) ? Optional.empty() : Optional.of(of(question, language));
    }

    private static ForeignQuestion of(String question, String language) {
        ForeignCues cues = new ForeignCues(language);
        Optional<AskedQuantity.Measure> kind = MEASURES.stream()
                .filter(one -> cues.areIn(one.name(), question))
                .findFirst();
        AnswerType type = type(question, cues);
        boolean isNumber = type == AnswerType.NUMBER || kind.isPresent() && type == AnswerType.ANY;
        if (!isNumber) {
            return new ForeignQuestion(language, type, Set.of(), Set.of());
        }
        Set<String> units = kind.map(ForeignQuestion::units).orElse(Set.of());
        Set<String> nouns = units.isEmpty() ? counted(question, cues, language) : Set.of();
        return new ForeignQuestion(language, AnswerType.NUMBER, units, nouns);
    }

    private static Set<String> units(AskedQuantity.Measure kind) {
        Set<String> units = new HashSet<>(AskedQuantity.units(kind));
        units.addAll(kind == AskedQuantity.Measure.MONEY ? MORE_CURRENCIES : Set.of());
        return units;
    }

    private static AnswerType type(String question, ForeignCues cues) {
        for (AnswerType type : AnswerType.values()) {
            if (cues.areIn(type.name(), question)) {
                return type;
            }
        }
        return AnswerType.ANY;
    }

    private static Set<String> counted(String question, ForeignCues cues, String language) {
        List<CuePhrases.Occurrence> found = cues.findIn("COUNTS", question);
        if (found.isEmpty()) {
            return Set.of();
        }
        CuePhrases.Occurrence cue = found.getFirst();
        List<String> behind = IndexTerms.of(question.substring(cue.end()), language);
        if (behind.isEmpty() && language.equals(CHINESE)) {
            return countedBefore(question.substring(0, cue.start()));
        }
        return new HashSet<>(behind.subList(0, Math.min(NOUNS_COUNTED, behind.size())));
    }

    /** "东岭的人口是多少": the last two signs before the verb. */
    private static Set<String> countedBefore(String before) {
        int end = before.length();
        while (end > 0 && CHINESE_VERBS.indexOf(before.charAt(end - 1)) >= 0) {
            end--;
        }
        return end < 2 ? Set.of() : Set.of(before.substring(end - 2, end));
    }

    /** Whether the question says what is counted or in which unit. */
    public boolean isQuantityKnown() {
        return !units.isEmpty() || !nouns.isEmpty();
    }

    /** The words of the sentence that have the type asked for. */
    public List<AnswerMatch> findIn(String sentence) {
        return switch (type) {
            case DATE -> dates(sentence);
            case NUMBER -> numbers(sentence);
            case PERSON -> names(ForeignNames.people(sentence, language));
            case PLACE -> places(sentence);
            case REASON -> cued("GIVES_REASON", sentence);
            case STATEMENT -> cued("SAYS", sentence);
            case DEFINITION, YES_NO, CHOICE, ANY -> List.of();
        };
    }

    private static List<AnswerMatch> dates(String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        for (Timex timex : TemporalTagger.tag(sentence)) {
            matches.add(AnswerMatch.bare(timex.words(), timex.start(), true));
        }
        return matches;
    }

    private List<AnswerMatch> numbers(String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        for (Quantity quantity : ForeignQuantities.in(sentence, language)) {
            boolean isOfUnit = units.contains(quantity.unit());
            boolean isCount =
                    units.isEmpty() && (nouns.isEmpty() || quantity.unit().isEmpty());
            if (isOfUnit || isCount) {
                boolean isExact = isOfUnit || countsAsked(quantity, sentence);
                matches.add(AnswerMatch.bare(quantity.words(), quantity.start(), isExact));
            }
        }
        return matches;
    }

    private boolean countsAsked(Quantity quantity, String sentence) {
        List<String> near = new ArrayList<>(near(sentence.substring(quantity.end())));
        if (language.equals(CHINESE)) {
            int from = Math.max(0, quantity.start() - CHARS_TO_COUNTED_NOUN);
            near.addAll(IndexTerms.of(sentence.substring(from, quantity.start()), language));
        }
        return near.stream().anyMatch(nouns::contains);
    }

    private List<String> near(String behind) {
        if (language.equals(CHINESE)) {
            return IndexTerms.of(behind.substring(0, Math.min(CHARS_TO_COUNTED_NOUN, behind.length())), language);
        }
        List<String> stems = IndexTerms.of(behind, language);
        return stems.subList(0, Math.min(WORDS_TO_COUNTED_NOUN, stems.size()));
    }

    private List<AnswerMatch> places(String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        List<CuePhrases.Occurrence> before = new ForeignCues(language).findIn("BEFORE_PLACE", sentence);
        for (CuePhrases.Occurrence cue : new ForeignCues(language).findIn("LIES_IN", sentence)) {
            int end = CharRuns.end(sentence, cue.end(), Character::isLetterOrDigit);
            matches.add(AnswerMatch.bare(sentence.substring(cue.end(), end), cue.end(), true));
        }
        for (Names.Name name : ForeignNames.in(sentence, language)) {
            boolean isPlace = before.stream().anyMatch(cue -> isBefore(cue, name, sentence));
            if (isPlace || isInTurkishLocative(name, sentence)) {
                matches.add(AnswerMatch.bare(name.text(), name.start(), true));
            }
        }
        return matches;
    }

    /** "Denizova'da", "Ilgaz Gölü'nde". */
    private static boolean isInTurkishLocative(Names.Name name, String sentence) {
        String behind = sentence.substring(name.end());
        return TURKISH_LOCATIVES.stream().anyMatch(behind::startsWith);
    }

    private static boolean isBefore(CuePhrases.Occurrence cue, Names.Name name, String sentence) {
        return cue.end() <= name.start()
                && sentence.substring(cue.end(), name.start()).isBlank();
    }

    private static List<AnswerMatch> names(List<Names.Name> names) {
        return names.stream()
                .map(name -> AnswerMatch.bare(name.text(), name.start(), true))
                .toList();
    }

    private List<AnswerMatch> cued(String kind, String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        for (CuePhrases.Occurrence cue : new ForeignCues(language).findIn(kind, sentence)) {
            matches.add(AnswerMatch.bare(sentence.substring(cue.start(), cue.end()), cue.start(), true));
        }
        return matches;
    }
}
