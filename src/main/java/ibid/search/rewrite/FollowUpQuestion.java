package ibid.search.rewrite;

import ibid.language.Inflections;
import ibid.language.Names;
import ibid.search.grammar.Complement;
import ibid.search.grammar.NounPhrase;
import ibid.search.grammar.NounPhrases;
import ibid.search.grammar.QuestionClause;
import ibid.search.rewrite.ConversationTopic.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * A complete question that may refer back, by a pronoun or by an omission.
 *
 * @param earlier turns before it, oldest first
 * @param topic   of the conversation
 */
record FollowUpQuestion(String question, List<EarlierTurn> earlier, ConversationTopic topic) {

    private static final Set<String> EVENT_PRONOUNS = Set.of("this", "that");

    String standAlone() {
        Optional<String> named = new PersonReference(question, earlier, topic).named();
        if (named.isPresent()) {
            return named.get();
        }
        FollowUpQuestion ofKind = whichOfThemNamed().map(this::with).orElse(this);
        return ofKind.event()
                .named()
                .or(ofKind.event()::timeNamed)
                .or(() -> ofKind.oneAskedFor(Cue.THAT_KIND))
                .or(() -> ofKind.oneAskedFor(Cue.THE_NOUN))
                .or(ofKind::kindPointedTo)
                .or(ofKind::responseToThat)
                .orElseGet(() -> ofKind.event().deedNamed(ofKind.thingNamed()));
    }

    private Optional<String> oneAskedFor(Cue cue) {
        BodyAsked asked = new BodyAsked(question, earlier.getLast());
        return cue.all(question).stream()
                .map(asked::pointedTo)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** "That fleet" is the fleet that was named. */
    private Optional<String> kindPointedTo() {
        return Cue.THAT_KIND
                .first(question)
                .flatMap(that -> phraseEndingIn(that.group("noun"))
                        .map(phrase -> QuestionText.replaced(question, that.start(), that.end(), phrase)));
    }

    private Optional<String> phraseEndingIn(String noun) {
        for (EarlierTurn turn : earlier.reversed()) {
            for (NounPhrase phrase : NounPhrases.in(turn.query())) {
                int at = phrase.text().toLowerCase(Locale.ROOT).indexOf(noun);
                if (at >= 0) {
                    return Optional.of("the " + phrase.text().substring(0, at + noun.length()));
                }
            }
        }
        return Optional.empty();
    }

    /** "How did Beijing react to that?" */
    private Optional<String> responseToThat() {
        return Cue.TO_THAT.first(question).flatMap(that -> {
            String open = question.substring(0, that.start()) + question.substring(that.end());
            return with(open).event().response();
        });
    }

    private FollowUpQuestion with(String other) {
        return new FollowUpQuestion(other, earlier, topic);
    }

    /** "Which one" after "How many countries ...?" is which country. */
    private Optional<String> whichOfThemNamed() {
        String noun =
                QuestionClause.of(lastQuery()).map(QuestionClause::askedNoun).orElse("");
        if (noun.isEmpty()) {
            return Optional.empty();
        }
        return Cue.WHICH_ONE.first(question).map(one -> {
            boolean isPlural = one.group("one").endsWith("s");
            String kind = isPlural ? noun : Inflections.stem(noun);
            return QuestionText.replaced(question, one.start("one"), one.end("one"), kind);
        });
    }

    private EventReference event() {
        return new EventReference(question, earlier.getLast(), topic);
    }

    private String lastQuery() {
        return earlier.getLast().query();
    }

    private String replacedBy(MatchResult words, String other) {
        return QuestionText.replaced(question, words.start(), words.end(), other);
    }

    private String thingNamed() {
        boolean isPointing = ContextDependence.byPronoun(question);
        boolean needsTopic = isPointing || ContextDependence.leavesUnsaid(question);
        if (topic.root().isEmpty() || !needsTopic) {
            return question;
        }
        return kindNamed()
                .or(this::placeNamed)
                .or(() -> isPointing ? pronounReplaced() : Optional.empty())
                .orElseGet(() -> isPointing ? pointedTo() : topicAdded());
    }

    private String topicAdded() {
        Optional<MatchResult> pronoun = Cue.PREDICATE_OF_IT.first(question);
        if (pronoun.isPresent()) {
            return QuestionText.replaced(
                    question,
                    pronoun.get().start("it"),
                    pronoun.get().end("it"),
                    topic.topic().withArticle());
        }
        return thingToldInFull()
                .or(event()::response)
                .orElseGet(() -> Complement.added(question, topic.root().withArticle()));
    }

    /** "The trip" is the one that was named with more words: "the AX-1 trip". */
    private Optional<String> thingToldInFull() {
        return Cue.THE_NOUN.all(question).stream()
                .map(this::toldInFull)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> toldInFull(MatchResult noun) {
        return phraseEndingIn(noun.group("noun").toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.equalsIgnoreCase(noun.group()))
                .map(phrase -> QuestionText.replaced(question, noun.start(), noun.end(), phrase));
    }

    /** "A new one" */
    private Optional<String> kindNamed() {
        Optional<MatchResult> one = Cue.ONE.first(question);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        boolean isPlural = one.get().group("one").endsWith("s");
        String kind = kind(isPlural);
        return Optional.of(QuestionText.replaced(
                question, one.get().start("one"), one.get().end("one"), kind));
    }

    /** The noun that "one" replaces: the last one of that number in the question before, else the topic. */
    private String kind(boolean isPlural) {
        List<String> kinds = new ArrayList<>();
        for (NounPhrase phrase : NounPhrases.in(lastQuery())) {
            if (isKind(phrase, isPlural)) {
                kinds.add(phrase.text());
            }
        }
        if (kinds.isEmpty()) {
            return topic.topic().text();
        }
        return isPlural ? kinds.getFirst() : kinds.getLast();
    }

    private boolean isKind(NounPhrase phrase, boolean isPlural) {
        if (phrase.isNamed() || Subject.hasPluralEnding(phrase.text()) != isPlural) {
            return false;
        }
        return isPlural || Cue.AFTER_DETERMINER.isIn(lastQuery().substring(0, phrase.start()));
    }

    /** "How many people work there?" */
    private Optional<String> placeNamed() {
        Optional<MatchResult> there = Cue.THERE.first(question);
        Optional<String> place = place();
        if (there.isEmpty() || place.isEmpty()) {
            return Optional.empty();
        }
        String thing = topic.topic().text();
        boolean isInPlace = lastQuery().contains(thing) && !place.get().contains(thing);
        String where = isInPlace ? "at " + topic.topic().withArticle() + " " + place.get() : place.get();
        return Optional.of(replacedBy(there.get(), where));
    }

    /** The last place named, with its preposition. */
    private Optional<String> place() {
        for (EarlierTurn turn : earlier.reversed()) {
            for (Names.Name name : Names.in(turn.query())) {
                String before = turn.query().substring(0, name.start());
                if (!Cue.AFTER_DIRECTION.isIn(before)) {
                    continue;
                }
                String article = Cue.AFTER_THE.isIn(before) ? "the " : "";
                return Optional.of("in " + article + name.text());
            }
        }
        return placeAnswered();
    }

    /** Of "Where is it based?" or "What is the capital of Kenya?" the place that the answer names. */
    private Optional<String> placeAnswered() {
        boolean asksPlace =
                QuestionClause.of(lastQuery()).filter(QuestionClause::asksPlace).isPresent();
        return asksPlace ? earlier.getLast().nameAnswered().map(name -> "in " + name) : Optional.empty();
    }

    private Optional<String> pronounReplaced() {
        return ContextDependence.replaceablePronouns(question).stream()
                .map(this::replacedByThing)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> replacedByThing(MatchResult pronoun) {
        Optional<String> body = new BodyAsked(question, earlier.getLast()).by(pronoun);
        if (body.isPresent()) {
            return body.map(name -> QuestionText.named(question, pronoun, name));
        }
        return new ThingMeant(question, lastQuery(), topic)
                .by(pronoun.group())
                .map(thing -> QuestionText.named(question, pronoun, owner(pronoun, thing)));
    }

    /** "Its" of "Tunisia's debt" is Tunisia's. */
    private static String owner(MatchResult pronoun, Subject thing) {
        int owner = thing.text().indexOf("'s ");
        boolean isOwned = owner > 0 && pronoun.group().equalsIgnoreCase("its");
        return isOwned ? thing.text().substring(0, owner) : thing.withArticle();
    }

    /** With the topic in the place of "that", or behind what cannot be replaced. */
    private String pointedTo() {
        Optional<MatchResult> pronoun = ContextDependence.replaceablePronouns(question).stream()
                .findFirst()
                .filter(found -> EVENT_PRONOUNS.contains(found.group().toLowerCase(Locale.ROOT))
                        && QuestionText.isObject(question, found));
        if (pronoun.isEmpty()) {
            return Complement.added(question, topic.topic().withArticle());
        }
        String thing = QuestionClause.of(lastQuery())
                .flatMap(QuestionClause::thingMeant)
                .orElse(topic.topic().withArticle());
        return replacedBy(pronoun.get(), thing);
    }
}
