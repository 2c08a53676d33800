package ibid.search.rewrite;

import ibid.language.Names;
import ibid.language.OfficeNouns;
import ibid.search.grammar.Country;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.JoinedPair;
import ibid.search.grammar.NounPhrase;
import ibid.search.grammar.NounPhrases;
import ibid.search.grammar.QuestionClause;
import ibid.search.rewrite.ConversationTopic.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The thing that "it" or "they" refers to.
 *
 * @param question  that has the pronoun
 * @param lastQuery the question before it, in its stand-alone form
 */
record ThingMeant(String question, String lastQuery, ConversationTopic topic) {

    private static final Set<String> EVENT_PRONOUNS = Set.of("this", "that");
    private static final Set<String> PLURAL_PRONOUNS = Set.of("they", "them", "their", "theirs");

    private static final Set<String> EACH = Set.of("each", "both", "every", "all", "several", "many", "most");

    /** The topic, or another thing of the question before, where the topic cannot be meant or is named anyhow. */
    Optional<Subject> by(String pronoun) {
        Optional<QuestionClause> clause = QuestionClause.of(lastQuery);
        Optional<Subject> asked = clause.filter(parts -> isOfThingsAsked(pronoun, parts))
                .flatMap(QuestionClause::thingsAsked)
                .map(things -> new Subject("", things));
        if (asked.isPresent()) {
            return asked;
        }
        Optional<Subject> many = clause.flatMap(parts -> severalOf(parts.subject(), pronoun));
        if (many.isPresent()) {
            return many;
        }
        Optional<Subject> decided =
                clause.filter(QuestionClause::isAboutObject).flatMap(parts -> objectOf(parts.rest(), pronoun));
        if (decided.isPresent()) {
            return decided;
        }
        boolean isAgent = clause.isPresent() && isAgent(clause.get());
        if (!isAgent && !isNamedIn(question, topic.topic())) {
            return Optional.of(topic.topic())
                    .filter(thing -> agrees(pronoun, thing))
                    .or(() -> clause.flatMap(parts -> objectOf(parts.subject(), pronoun)));
        }
        Optional<Subject> object = clause.flatMap(parts -> objectOf(parts.rest(), pronoun));
        return object.isPresent() || isNamedIn(question, topic.topic())
                ? object
                : Optional.of(topic.topic()).filter(thing -> agrees(pronoun, thing));
    }

    /** "They" are "the ships that the navy sent to Crete" or "Ada Rao and Jon Lind", of whom the last question told. */
    private static Optional<Subject> severalOf(String subject, String pronoun) {
        Optional<NounPhrase> first = NounPhrases.in(subject).stream().findFirst();
        boolean isPair = JoinedPair.in(subject)
                .filter(pair -> pair.start() == 0 && pair.end() == subject.length() && subject.contains(" and "))
                .isPresent();
        boolean isSeveral = isPair
                || first.isPresent()
                        && Cue.BEGINS_WITH_ARTICLE.isIn(subject)
                        && subject.contains(" that ")
                        && Subject.hasPluralEnding(first.get().text());
        return isSeveral && isPlural(pronoun) ? Optional.of(new Subject("", subject)) : Optional.empty();
    }

    private static boolean isPlural(String pronoun) {
        return PLURAL_PRONOUNS.contains(pronoun.toLowerCase(Locale.ROOT));
    }

    /** Whether "they" are what was asked for, unless several are the subject: "How many seats did the Greens win?" */
    private static boolean isOfThingsAsked(String pronoun, QuestionClause clause) {
        boolean areSubject = Subject.hasPluralEnding(clause.subject())
                        && Country.named(clause.subject()).isEmpty()
                || EACH.contains(EdgeWords.firstWord(clause.subject()));
        return isPlural(pronoun) && !areSubject;
    }

    /**
     * Whether the topic, or a person by an office in it ("South Korea's president"), is who did what was asked about,
     * so that "it" is rather what was done.
     */
    private boolean isAgent(QuestionClause clause) {
        String name = topic.topic().text();
        if (OfficeNouns.contains(EdgeWords.lastWord(clause.subject()))) {
            return clause.subject().contains(name) && !clause.verb().isEmpty();
        }
        boolean mayBePerson = topic.topic().isName()
                && !Names.isBody(name)
                && Country.named(name).isEmpty();
        return mayBePerson && clause.subject().contains(name) && !clause.verb().isEmpty();
    }

    private Optional<Subject> objectOf(String rest, String pronoun) {
        return NounPhrases.in(rest).stream()
                .filter(phrase -> agrees(pronoun, Subject.of(phrase, rest)))
                .map(phrase -> Subject.ofPlace(phrase, rest))
                .filter(thing -> !isNamedIn(question, thing))
                .findFirst();
    }

    private static boolean isNamedIn(String question, Subject thing) {
        return question.toLowerCase(Locale.ROOT).contains(thing.text().toLowerCase(Locale.ROOT));
    }

    private static boolean agrees(String pronoun, Subject topic) {
        String lower = pronoun.toLowerCase(Locale.ROOT);
        if (EVENT_PRONOUNS.contains(lower)) {
            return false;
        }
        boolean mayBeMany = topic.isPlural() || QuestionClause.isDecidingBody(topic.text());
        return topic.isName() || (PLURAL_PRONOUNS.contains(lower) ? mayBeMany : !topic.isPlural());
    }
}
