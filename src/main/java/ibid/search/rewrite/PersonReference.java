package ibid.search.rewrite;

import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import ibid.search.grammar.Complement;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.MaximalNounPhrases;
import ibid.search.grammar.NounPhrase;
import ibid.search.grammar.NounPhrases;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.SentenceEnd;
import ibid.search.rewrite.ConversationTopic.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * A question that refers to a person, or to a ship, by "he" or "she".
 *
 * @param earlier turns before it, oldest first
 * @param topic   of the conversation
 */
record PersonReference(String question, List<EarlierTurn> earlier, ConversationTopic topic) {

    private static final Set<String> FEMININE = Set.of("she", "her", "hers");

    /** With the name in the place of each pronoun; empty where the question refers to nobody before it. */
    Optional<String> named() {
        return Cue.PERSON
                .first(question)
                .filter(pronoun -> !isNamedBefore(pronoun))
                .map(this::named);
    }

    private String named(MatchResult pronoun) {
        Optional<String> person = personOrShip(pronoun.group().toLowerCase(Locale.ROOT));
        return person.map(name -> withThing(QuestionText.named(question, pronoun, name), name))
                .orElseGet(() -> Complement.added(question, topic.topic().withArticle()));
    }

    private Optional<String> personOrShip(String pronoun) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> FEMININE.contains(pronoun) ? ship() : Optional.empty(),
                        () -> firstOf(turn -> PersonMeant.asked(turn).or(() -> byOffice(turn))),
                        () -> firstOf(PersonMeant::answered),
                        this::oneAsked)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "What did the union's chair say?": whom the answer names, else "the union's chair". */
    private static Optional<String> byOffice(EarlierTurn turn) {
        return MaximalNounPhrases.person(turn.query())
                .map(office -> PersonMeant.answered(turn).orElse(office));
    }

    private Optional<String> ship() {
        return firstOf(turn -> Names.in(turn.query()).stream()
                .map(Names.Name::text)
                .filter(Names::isShip)
                .findFirst());
    }

    /** Of the latest turn that has one. */
    private Optional<String> firstOf(Function<EarlierTurn, Optional<String>> inTurn) {
        return earlier.reversed().stream().map(inTurn).flatMap(Optional::stream).findFirst();
    }

    /** "Which otter keeps stealing boards?": the otter that keeps stealing boards. */
    private Optional<String> oneAsked() {
        return firstOf(turn -> QuestionClause.of(turn.query()).flatMap(QuestionClause::oneAsked));
    }

    /** Whether a name before a pronoun may be the person it refers to; a name in capitals is an organisation. */
    private boolean isNamedBefore(MatchResult pronoun) {
        for (Names.Name name : Names.in(question.substring(0, pronoun.start()))) {
            if (name.words() > 1 || !PersonMeant.isInCapitals(name.text())) {
                return true;
            }
        }
        return false;
    }

    /** What "it" means beside a person who is named already: the topic, or a thing that the last answer names. */
    private String withThing(String named, String person) {
        Optional<MatchResult> pronoun =
                Cue.REPLACEABLE_PRONOUN.first(named).filter(found -> QuestionText.isObject(named, found));
        if (pronoun.isEmpty()) {
            return named;
        }
        boolean isOther = !topic.topic().isEmpty()
                && !person.contains(topic.topic().text())
                && !topic.topic().text().contains(person);
        Optional<String> thing = isOther ? Optional.of(topic.topic().withArticle()) : thingAnswered(person);
        return thing.map(text -> isSaid(named, pronoun.get())
                        ? SentenceEnd.removedFrom(named) + " (" + text + ")?"
                        : QuestionText.replaced(
                                named, pronoun.get().start(), pronoun.get().end(), text))
                .orElse(named);
    }

    /** "When did he say it?" */
    private static boolean isSaid(String question, MatchResult pronoun) {
        String before = question.substring(0, pronoun.start()).stripTrailing();
        return VerbsOfSaying.contains(EdgeWords.lastWord(before).toLowerCase(Locale.ROOT));
    }

    private Optional<String> thingAnswered(String person) {
        String answer = earlier.getLast().answer();
        return NounPhrases.in(answer).stream()
                .filter(NounPhrase::isNamed)
                .filter(phrase ->
                        !person.contains(phrase.text()) && !phrase.text().contains(lastWord(person)))
                .map(phrase -> Subject.of(phrase, answer).withArticle())
                .findFirst();
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
