package ibid.search.rewrite;

import ibid.language.Inflections;
import ibid.language.Names;
import ibid.language.OfficeNouns;
import ibid.search.grammar.Complement;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.NounPhrases;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * A follow-up that is no whole question: "why?", "and in 2023?", "and India?", "the fastest?". It is completed with the
 * question before it.
 *
 * @param last  the turn before it
 * @param topic of the conversation
 */
record Ellipsis(String question, EarlierTurn last, ConversationTopic topic) {

    /** The completed question, or empty if it is not elliptic. */
    Optional<String> completed() {
        String stripped = question.strip();
        return new BareQuestion(stripped, last)
                .completed()
                .or(() -> Cue.ELLIPSIS.first(stripped).flatMap(this::askedAbout))
                .or(() -> Cue.ELLIPSIS_WITHOUT_LINK.first(stripped).flatMap(this::askedAbout));
    }

    private String query() {
        return last.query();
    }

    /** The earlier question with its topic replaced by the one now named. */
    private Optional<String> askedAbout(MatchResult ellipsis) {
        String thing = ellipsis.group("thing").strip();
        if (thing.contains(",") || Cue.BEGINS_WITH_VERB_OR_QUESTION_WORD.isIn(thing)) {
            return Optional.empty();
        }
        Optional<MatchResult> pronoun = Cue.PERSON.first(thing);
        if (pronoun.isPresent()) {
            return ofPerson(thing, pronoun.get());
        }
        Optional<String> ofTopic = ofTopic(thing);
        if (ofTopic.isPresent()) {
            return ofTopic;
        }
        String preposition = ellipsis.group("preposition") == null ? "" : ellipsis.group("preposition");
        return new SlotReplacement(query(), preposition.toLowerCase(Locale.ROOT), thing)
                .filled()
                .or(() -> sideOf(thing))
                .or(() -> phraseReplaced(thing))
                .or(() -> Optional.of(Complement.added(question, topic.topic().withArticle())));
    }

    /** "Her predecessor": the earlier question about another person, or who that is. */
    private Optional<String> ofPerson(String thing, MatchResult pronoun) {
        Optional<String> person = PersonMeant.in(last);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        String other = person.get() + (pronoun.end() < thing.length() ? "’s" : "") + thing.substring(pronoun.end());
        int at = query().indexOf(person.get());
        return Optional.of(
                at < 0
                        ? "Who is " + other + "?"
                        : query().substring(0, at)
                                + other
                                + query().substring(at + person.get().length()));
    }

    /** "The cost" after "How long is the bridge?": what is asked of the topic. */
    private Optional<String> sideOf(String thing) {
        boolean isSide =
                NounPhrases.in(thing).isEmpty() && !topic.topic().isEmpty() && !ContextDependence.byPronoun(thing);
        return isSide
                ? Optional.of("What about " + thing + " of " + topic.topic().withArticle() + "?")
                : Optional.empty();
    }

    /** "And its population?" */
    private Optional<String> ofTopic(String thing) {
        String first = EdgeWords.firstWord(thing);
        String owned = thing.substring(first.length()).strip();
        if (!Set.of("its", "their").contains(first)
                || owned.isEmpty()
                || topic.topic().isEmpty()) {
            return Optional.empty();
        }
        String last = EdgeWords.lastWord(owned);
        String asked = OfficeNouns.contains(last) ? "Who" : "What";
        String verb = Inflections.isPlural(last.toLowerCase(Locale.ROOT)) ? "are" : "is";
        return Optional.of(
                asked + " " + verb + " the " + owned + " of " + topic.topic().withArticle() + "?");
    }

    private Optional<String> phraseReplaced(String thing) {
        if (NounPhrases.in(thing).isEmpty() || ContextDependence.byPronoun(thing)) {
            return Optional.empty();
        }
        boolean isName = !Names.in("about " + thing).isEmpty();
        return NounPhrases.in(query()).stream()
                .filter(phrase -> isName || !phrase.isNamed())
                .findFirst()
                .map(phrase -> beforeThing(phrase.start(), thing, isName) + thing + query().substring(phrase.end()));
    }

    private String beforeThing(int start, String thing, boolean isName) {
        return isName
                ? Cue.ARTICLE_BEFORE.removedFrom(query().substring(0, start))
                : QuestionText.before(query(), start, thing);
    }
}
