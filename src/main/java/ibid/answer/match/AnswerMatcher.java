package ibid.answer.match;

import ibid.answer.CuePhrases;
import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AnswerType;
import ibid.answer.question.AskedAgent;
import ibid.answer.question.AskedEvent;
import ibid.answer.question.AskedQuantity;
import ibid.answer.question.AskedTerm;
import ibid.language.Names;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Finds the words of a sentence that have the type a question asks for. */
public final class AnswerMatcher {

    private static final Map<String, CuePhrases> REASONS = CuePhrases.readKinds(AnswerMatcher.class, "reason-cues.txt");

    private static final CuePhrases DAYS = new CuePhrases(List.of("what/which date/day"));

    private final AnswerType type;
    private final QuantityMatcher quantities;
    private final PersonMatcher people;
    private final PlaceMatcher places;
    private final StatementMatcher statements;
    private final AskedEvent event;
    private final EventTie tie;
    private final boolean asksForDay;
    private final Optional<DefinitionMatcher> definitions;
    private final Optional<ThingMatcher> things;

    private AnswerMatcher(AnswerType type, String question) {
        this.type = type;
        this.quantities = new QuantityMatcher(AskedQuantity.of(question), question);
        this.people = new PersonMatcher(AskedAgent.of(question));
        this.places = new PlaceMatcher(question);
        this.statements = new StatementMatcher(question);
        this.event = AskedEvent.of(question);
        this.tie = new EventTie(question);
        this.asksForDay = DAYS.isIn(question);
        this.definitions = AskedTerm.of(question).map(DefinitionMatcher::new);
        this.things = type == AnswerType.ANY ? ThingMatcher.of(question) : Optional.empty();
    }

    /** For what a question asks for. */
    public static AnswerMatcher of(String question) {
        return of(question, AnswerType.of(question));
    }

    /** The same, told the type. */
    public static AnswerMatcher of(String question, AnswerType type) {
        return new AnswerMatcher(type, question);
    }

    /**
     * @param before     the sentence before, or empty
     * @param knownNames words that the article uses as names; called only if the question asks for names
     */
    public List<AnswerMatch> findIn(String sentence, String before, Supplier<Set<String>> knownNames) {
        return switch (type) {
            case DATE -> dates(sentence);
            case NUMBER -> quantities.findIn(sentence);
            case REASON -> reasons(sentence);
            case STATEMENT -> statements.findIn(sentence);
            case PERSON -> people.findIn(sentence, knownNames.get());
            case PLACE -> places(sentence, knownNames.get());
            case DEFINITION ->
                definitions.map(matcher -> matcher.findIn(sentence, before)).orElse(List.of());
            case YES_NO, CHOICE -> List.of();
            case ANY ->
                things.map(matcher -> matcher.findIn(sentence, knownNames.get()))
                        .orElseGet(() -> names(sentence, knownNames.get()));
        };
    }

    /** Whether the name of a thing is asked for, so that only names of its kind are found. */
    public boolean asksForThing() {
        return things.isPresent();
    }

    private List<AnswerMatch> dates(String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        EventTie.Clauses clauses = tie.in(sentence);
        for (Timex timex : TemporalTagger.tag(sentence)) {
            AnswerExtent extent = DateExtent.of(sentence, timex.start(), timex.end());
            boolean isPrecise = !asksForDay || timex.date().day().isPresent();
            matches.add(
                    new AnswerMatch(timex.words(), timex.start(), isPrecise && clauses.isTied(timex.start()), extent));
        }
        return matches;
    }

    /** Where something happened is not where something else did. */
    private List<AnswerMatch> places(String sentence, Set<String> knownNames) {
        boolean isOther = event.isKnown() && !event.isTold(sentence);
        if (isOther) {
            return List.of();
        }
        EventTie.Clauses clauses = tie.in(sentence);
        return places.findIn(sentence, knownNames).stream()
                .map(match -> clauses.isOfOtherSubject(match.start()) ? match.unsure() : match)
                .toList();
    }

    private static List<AnswerMatch> reasons(String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        REASONS.forEach((kind, cues) -> {
            for (CuePhrases.Occurrence cue : cues.findIn(sentence)) {
                AnswerExtent extent = ClauseExtent.from(sentence, cue.start());
                String text = sentence.substring(cue.start(), cue.end());
                matches.add(new AnswerMatch(text, cue.start(), kind.equals("STRONG"), extent));
            }
        });
        return matches;
    }

    private static List<AnswerMatch> names(String sentence, Set<String> knownNames) {
        List<Names.Name> names = Names.in(sentence, knownNames);
        NameExtent extents = new NameExtent(sentence, names);
        return IntStream.range(0, names.size())
                .mapToObj(at ->
                        new AnswerMatch(names.get(at).text(), names.get(at).start(), false, extents.members(at)))
                .toList();
    }
}
