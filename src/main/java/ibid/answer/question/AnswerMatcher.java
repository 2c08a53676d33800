package ibid.answer.question;

import ibid.answer.CuePhrases;
import ibid.answer.SpeechCues;
import ibid.language.CharRuns;
import ibid.language.Names;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Finds the words of a sentence that have the type a question asks for. A name may be a person or a place if its form
 * does not show which.
 */
public final class AnswerMatcher {

    private static final CuePhrases REASONS = CuePhrases.read(AnswerMatcher.class, "reason-cues.txt");
    private static final Set<String> BEFORE_PLACE = Set.of(
            "in", "at", "to", "from", "near", "of", "for", "into", "across", "outside", "inside", "off", "the", "and");
    private static final int MIN_QUOTE_CHARS = 8; // a shorter one is a term in quotation marks

    private final AnswerType type;
    private final AskedQuantity asked;

    public AnswerMatcher(AnswerType type, AskedQuantity asked) {
        this.type = type;
        this.asked = asked;
    }

    public static AnswerMatcher of(String question) {
        AnswerType type = AnswerType.of(question);
        AskedQuantity asked = type == AnswerType.NUMBER ? AskedQuantity.of(question) : AskedQuantity.ANY;
        return new AnswerMatcher(type, asked);
    }

    /** @param knownNames words that the article uses as names; called only if the question asks for names */
    public List<AnswerMatch> findIn(String sentence, Supplier<Set<String>> knownNames) {
        return switch (type) {
            case DATE -> dates(sentence);
            case NUMBER -> numbers(sentence);
            case REASON -> reasons(sentence);
            case STATEMENT -> statements(sentence);
            case PERSON -> people(sentence, knownNames.get());
            case PLACE -> places(sentence, knownNames.get());
            case ANY -> names(sentence, knownNames.get());
        };
    }

    private static List<AnswerMatch> dates(String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        for (Timex timex : TemporalTagger.tag(sentence)) {
            AnswerExtent extent = DateExtent.of(sentence, timex.start(), timex.end());
            matches.add(new AnswerMatch(timex.words(), timex.start(), true, extent));
        }
        return matches;
    }

    private List<AnswerMatch> numbers(String sentence) {
        List<Quantity> quantities = Quantity.mentioned(sentence);
        QuantityExtent extents = new QuantityExtent(sentence, quantities);
        List<AnswerMatch> matches = new ArrayList<>();
        for (Quantity quantity : quantities) {
            AskedQuantity.Fit fit = asked.fit(quantity, sentence);
            if (fit == AskedQuantity.Fit.NONE || quantity.kind() == Quantity.Kind.ORDINAL || quantity.isOne()) {
                continue;
            }
            boolean isExact = fit == AskedQuantity.Fit.EXACT;
            matches.add(new AnswerMatch(quantity.words(), quantity.start(), isExact, extents.of(quantity)));
        }
        return matches;
    }

    private static List<AnswerMatch> reasons(String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        for (AnswerMatch cue : texts(REASONS.findIn(sentence), sentence)) {
            AnswerExtent extent = ClauseExtent.from(sentence, cue.start());
            matches.add(new AnswerMatch(cue.text(), cue.start(), true, extent));
        }
        return matches;
    }

    private static List<AnswerMatch> texts(List<CuePhrases.Occurrence> places, String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        for (CuePhrases.Occurrence found : places) {
            matches.add(AnswerMatch.bare(sentence.substring(found.start(), found.end()), found.start(), true));
        }
        return matches;
    }

    /** Words in quotation marks, and verbs of saying outside them. */
    private static List<AnswerMatch> statements(String sentence) {
        List<AnswerMatch> quotes = quotes(sentence);
        List<AnswerMatch> matches = new ArrayList<>(quotes);
        for (AnswerMatch verb : texts(SpeechCues.findIn(sentence), sentence)) {
            if (quotes.stream().noneMatch(quote -> beginsWithin(verb, quote))) {
                matches.add(verb);
            }
        }
        matches.sort(Comparator.comparingInt(AnswerMatch::start));
        return matches;
    }

    private static boolean beginsWithin(AnswerMatch verb, AnswerMatch quote) {
        return verb.start() >= quote.start() && verb.start() < quote.end();
    }

    private static List<AnswerMatch> quotes(String sentence) {
        List<AnswerMatch> quotes = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            int end = endOfQuote(sentence, at);
            if (end > at) {
                quotes.add(AnswerMatch.bare(sentence.substring(at, end), at, true));
            }
            at = Math.max(end, at + 1);
        }
        return quotes;
    }

    /** The end of the quotation that opens there, including its closing mark if it has one; -1 if none opens. */
    private static int endOfQuote(String sentence, int start) {
        if ("“\"".indexOf(sentence.charAt(start)) < 0) {
            return -1;
        }
        int end = start + 1;
        while (end < sentence.length() && "”\"".indexOf(sentence.charAt(end)) < 0) {
            end++;
        }
        if (end - start - 1 < MIN_QUOTE_CHARS) {
            return -1;
        }
        return Math.min(end + 1, sentence.length());
    }

    private static List<AnswerMatch> people(String sentence, Set<String> knownNames) {
        List<Names.Name> people = Names.in(sentence, knownNames).stream()
                .filter(name -> !Names.isBody(name.text()))
                .toList();
        NameExtent extents = new NameExtent(sentence, people);
        return IntStream.range(0, people.size())
                .mapToObj(at -> match(people.get(at), extents.person(at)))
                .toList();
    }

    private static List<AnswerMatch> places(String sentence, Set<String> knownNames) {
        List<Names.Name> names = Names.in(sentence, knownNames);
        NameExtent extents = new NameExtent(sentence, names);
        return IntStream.range(0, names.size())
                .filter(at ->
                        followsWordOfPlace(sentence.substring(0, names.get(at).start())))
                .mapToObj(at -> match(names.get(at), extents.place(at)))
                .toList();
    }

    private static AnswerMatch match(Names.Name name, AnswerExtent extent) {
        return new AnswerMatch(name.text(), name.start(), false, extent);
    }

    private static boolean followsWordOfPlace(String before) {
        String words = before.stripTrailing().toLowerCase(Locale.ROOT);
        if (words.length() == before.length()) {
            return false;
        }
        if (words.endsWith(",")) {
            return words.length() > 1 && Character.isLetterOrDigit(words.charAt(words.length() - 2));
        }
        int start = CharRuns.start(words, words.length(), Character::isLetterOrDigit);
        return BEFORE_PLACE.contains(words.substring(start));
    }

    private static List<AnswerMatch> names(String sentence, Set<String> knownNames) {
        return Names.in(sentence, knownNames).stream()
                .map(name -> AnswerMatch.bare(name.text(), name.start(), false))
                .toList();
    }
}
