package ibid.search.rewrite;

import ibid.language.Names;
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
    private static final Set<String> PLURAL_PRONOUNS = Set.of("they", "them", "their", "theirs");
    private static final Set<String> POSSESSIVES = Set.of("his", "hers", "its", "their", "her");

    String standAlone() {
        return personNamed().or(this::oneOfTwoNamed).or(this::eventAdded).orElseGet(this::thingNamed);
    }

    private String lastQuery() {
        return ConversationTopic.withoutAdditions(earlier.getLast().query());
    }

    /** "Did she agree?" */
    private Optional<String> personNamed() {
        Optional<MatchResult> pronoun = Cue.PERSON.first(question);
        if (pronoun.isEmpty() || isNamedBefore(pronoun.get())) {
            return Optional.empty();
        }
        String named = PersonMeant.in(earlier.getLast())
                .map(person -> replaced(pronoun.get(), person))
                .orElseGet(() -> bracketed(topic.topic()));
        return Optional.of(named);
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

    /** "The latter", or "which is bigger?" of the two that were named before. */
    private Optional<String> oneOfTwoNamed() {
        List<String> names = namesWithArticle(lastQuery());
        if (names.size() < 2) {
            return Optional.empty();
        }
        Optional<MatchResult> which = Cue.ONE_OF_TWO.first(question);
        if (which.isPresent()) {
            boolean isSecond = which.get().group("which").equalsIgnoreCase("latter");
            return Optional.of(replacedBy(which.get(), names.get(isSecond ? 1 : 0)));
        }
        if (!Cue.WHICH.isIn(question) || !NounPhrases.in(question).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(QuestionText.withBracket(question, List.of(names.get(0) + " or " + names.get(1))));
    }

    private String replacedBy(MatchResult words, String other) {
        return QuestionText.replaced(question, words.start(), words.end(), other);
    }

    private static List<String> namesWithArticle(String query) {
        List<String> names = new ArrayList<>();
        for (Names.Name name : Names.in(query)) {
            boolean hasArticle = query.startsWith("the ", Math.max(0, name.start() - 4));
            String text = hasArticle ? "the " + name.text() : name.text();
            if (!names.contains(text)) {
                names.add(text);
            }
        }
        return names;
    }

    /** "Was that legal?" refers to the complete topic before. */
    private Optional<String> eventAdded() {
        if (!Cue.EVENT.isIn(question)) {
            return Optional.empty();
        }
        return Optional.of(QuestionText.withBracket(question, List.of(QuestionText.subject(lastQuery()))));
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
                .orElseGet(() -> topicAdded(isPointing));
    }

    private String topicAdded(boolean isPointing) {
        if (isPointing) {
            return bracketed(topic.topic());
        }
        List<String> texts = new ArrayList<>();
        topic.sideTopic().ifPresent(side -> texts.add(side.text()));
        texts.add(topic.root().text());
        return QuestionText.withBracket(question, texts);
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
        String placed = replacedBy(there.get(), place.get());
        String thing = topic.topic().text();
        boolean isInQuery = earlier.getLast().query().contains(thing);
        return Optional.of(isInQuery ? QuestionText.withBracket(placed, List.of(thing)) : placed);
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
        return Optional.empty();
    }

    private Optional<String> pronounReplaced() {
        return ContextDependence.replaceablePronoun(question)
                .filter(pronoun -> agrees(pronoun.group(), topic.topic()))
                .map(pronoun -> replaced(pronoun, topic.topic().withArticle()));
    }

    private static boolean agrees(String pronoun, Subject topic) {
        String lower = pronoun.toLowerCase(Locale.ROOT);
        if (EVENT_PRONOUNS.contains(lower)) {
            return false;
        }
        return topic.isName() || PLURAL_PRONOUNS.contains(lower) == topic.isPlural();
    }

    private String bracketed(Subject subject) {
        return QuestionText.withBracket(question, List.of(subject.text()));
    }

    /** Replaces a pronoun by a name: "her plan" becomes "Ann's plan". */
    private String replaced(MatchResult pronoun, String name) {
        String after = question.substring(pronoun.end());
        boolean isPossessive =
                POSSESSIVES.contains(pronoun.group().toLowerCase(Locale.ROOT)) && Cue.NOUN_AFTER.isIn(after);
        return question.substring(0, pronoun.start()) + name + (isPossessive ? "’s" : "") + after;
    }
}
