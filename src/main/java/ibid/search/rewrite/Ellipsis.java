package ibid.search.rewrite;

import ibid.language.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * An elliptic follow-up: "why?", "and in 2023?", "and India?". It is completed from the question before it.
 *
 * @param last  the turn before it
 * @param topic of the conversation
 */
record Ellipsis(String question, EarlierTurn last, ConversationTopic topic) {

    /** The completed question, or empty if it is not elliptic. */
    Optional<String> completed() {
        String stripped = question.strip();
        return Cue.BARE_QUESTION_WORD
                .first(stripped)
                .map(bare -> askedWith(bare.group("word")))
                .or(() -> Cue.BARE_TIME.first(stripped).map(bare -> askedOf(bare.group("when"))))
                .or(() -> Cue.ELLIPSIS.first(stripped).flatMap(this::askedAbout));
    }

    /** The earlier question with another question word: "Did India agree?", "why?" makes "Why did India agree?". */
    private String askedWith(String word) {
        String before = last.query();
        String opening = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        if (!Cue.BEGINS_WITH_AUXILIARY.isIn(before)) {
            return opening + ": " + QuestionText.subject(before) + "?";
        }
        return opening + " " + before.substring(0, 1).toLowerCase(Locale.ROOT) + before.substring(1);
    }

    /** The earlier question with another time. */
    private String askedOf(String time) {
        String timeless = Cue.TIME.removedFrom(ConversationTopic.withoutAdditions(last.query()));
        return SentenceEnd.removedFrom(timeless) + " " + time + "?";
    }

    /** The earlier question with its topic replaced by the one now named. */
    private Optional<String> askedAbout(MatchResult ellipsis) {
        String thing = ellipsis.group("thing");
        if (Cue.BEGINS_WITH_VERB_OR_QUESTION_WORD.isIn(thing)) {
            return Optional.empty();
        }
        Optional<Names.Name> replaced = replacedName(ellipsis.group("preposition"));
        return nameReplaced(thing, replaced)
                .or(() -> replaced.isEmpty() ? phraseReplaced(thing) : Optional.empty())
                .or(() -> Optional.of(withTopic()));
    }

    private String withTopic() {
        return QuestionText.withBracket(question, List.of(topic.topic().text()));
    }

    private Optional<String> nameReplaced(String thing, Optional<Names.Name> replaced) {
        if (!isName(thing) || replaced.isEmpty()) {
            return Optional.empty();
        }
        Names.Name name = replaced.get();
        return Optional.of(QuestionText.replaced(last.query(), name.start(), name.end(), thing));
    }

    private Optional<String> phraseReplaced(String thing) {
        if (NounPhrases.in(thing).isEmpty() || ContextDependence.byPronoun(thing)) {
            return Optional.empty();
        }
        return NounPhrases.in(last.query()).stream()
                .findFirst()
                .map(phrase -> beforeThing(phrase.start(), thing)
                        + thing
                        + last.query().substring(phrase.end()));
    }

    private String beforeThing(int start, String thing) {
        return isName(thing)
                ? Cue.ARTICLE_BEFORE.removedFrom(last.query().substring(0, start))
                : QuestionText.before(last.query(), start, thing);
    }

    /**
     * Its names; the text is put within a sentence, because its first word would otherwise be ignored as the beginning
     * of one.
     */
    private static boolean isName(String thing) {
        return !Names.in("about " + thing).isEmpty();
    }

    /** The first name of the earlier question, or the first after that preposition. */
    private Optional<Names.Name> replacedName(String preposition) {
        List<Names.Name> names = Names.in(last.query());
        for (Names.Name name : names) {
            if (preposition == null || follows(name, preposition)) {
                return Optional.of(name);
            }
        }
        return names.stream().findFirst();
    }

    private boolean follows(Names.Name name, String preposition) {
        String before = last.query().substring(0, name.start());
        String head = Cue.ARTICLE_BEFORE.removedFrom(before);
        return endsWithSpace(head) && QuestionText.lastWord(head.strip()).equalsIgnoreCase(preposition);
    }

    private static boolean endsWithSpace(String text) {
        return !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
    }
}
