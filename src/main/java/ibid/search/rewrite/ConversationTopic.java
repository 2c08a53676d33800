package ibid.search.rewrite;

import ibid.language.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The current topic of a conversation.
 *
 * @param root      its main topic, until a stand-alone question changes it
 * @param topic     the topic of the latest questions within it, to which a pronoun refers
 * @param sideTopic another topic of the last question: the one it introduced, or a second phrase of the question that
 *     set the root
 */
record ConversationTopic(Subject root, Subject topic, Optional<Subject> sideTopic) {

    private static final ConversationTopic NONE = new ConversationTopic(Subject.NONE, Subject.NONE, Optional.empty());

    /** @param article "the ", or empty for a name or a mass */
    record Subject(String article, String text) {

        static final Subject NONE = new Subject("", "");

        static Subject of(NounPhrase phrase, String question) {
            String before = question.substring(0, phrase.start());
            return new Subject(takesArticle(phrase, before) ? "the " : "", phrase.text());
        }

        /** A name of several words takes the article, as in "the 7th Fleet"; one of a single word may omit it. */
        private static boolean takesArticle(NounPhrase phrase, String before) {
            if (!phrase.isNamed()) {
                return Cue.AFTER_DETERMINER_OR_ADJECTIVE.isIn(before);
            }
            return Cue.AFTER_THE.isIn(before) && phrase.words().size() > 1;
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        boolean isName() {
            return Names.in("about " + text).stream()
                    .anyMatch(name -> name.text().equals(text));
        }

        boolean isPlural() {
            return hasPluralEnding(text) && !isName();
        }

        /** "costs", but not "cost", "gas", "class", "virus" or "crisis". */
        static boolean hasPluralEnding(String text) {
            int length = text.length();
            return length > 1 && text.endsWith("s") && "sui".indexOf(text.charAt(length - 2)) < 0;
        }

        /** The topic as it is written in a sentence. */
        String withArticle() {
            return article + text;
        }

        boolean shares(NounPhrase phrase) {
            List<String> stems = new ArrayList<>();
            for (NounPhrase own : NounPhrases.in(text)) {
                stems.addAll(stems(own));
            }
            return stems(phrase).stream().anyMatch(stems::contains);
        }

        private static List<String> stems(NounPhrase phrase) {
            return phrase.words().stream().map(QuestionWord::stem).toList();
        }
    }

    static ConversationTopic of(List<EarlierTurn> earlier) {
        ConversationTopic topic = NONE;
        for (EarlierTurn turn : earlier) {
            topic = topic.after(turn);
        }
        return topic;
    }

    /** The query without additions in brackets. */
    static String withoutAdditions(String query) {
        int end = query.endsWith("?") ? query.length() - 1 : query.length();
        if (!query.startsWith(")", end - 1)) {
            return query;
        }
        int open = query.lastIndexOf('(', end);
        boolean isNested = open < 0 || query.lastIndexOf(')', end - 2) > open;
        return isNested ? query : query.substring(0, open).stripTrailing() + query.substring(end);
    }

    private ConversationTopic after(EarlierTurn turn) {
        String query = withoutAdditions(turn.query());
        Optional<NounPhrase> main = mainPhrase(query);
        if (main.isEmpty()) {
            return unchanged();
        }
        if (root.isEmpty()) {
            return start(query, main.get(), turn.answer());
        }
        Optional<NounPhrase> narrower = narrower(query);
        return narrower.isPresent() ? narrowedTo(narrower.get()) : after(turn, query, main.get());
    }

    private ConversationTopic after(EarlierTurn turn, String query, NounPhrase main) {
        if (isOnTopic(turn, main)) {
            return unchanged();
        }
        if (main.isNamed() && !ContextDependence.leavesUnsaid(turn.question())) {
            return start(query, main, turn.answer());
        }
        return turnsTo(query, main) ? turnedTo(Subject.of(main, query)) : unchanged();
    }

    private ConversationTopic unchanged() {
        return new ConversationTopic(root, topic, Optional.empty());
    }

    private ConversationTopic turnedTo(Subject subject) {
        return new ConversationTopic(root, subject, Optional.of(subject));
    }

    private ConversationTopic narrowedTo(NounPhrase phrase) {
        return new ConversationTopic(root, new Subject(topic.article(), phrase.text()), Optional.empty());
    }

    /** "Angel investment" after "investment". */
    private Optional<NounPhrase> narrower(String query) {
        for (NounPhrase phrase : NounPhrases.in(query)) {
            boolean isLonger = phrase.text().length() > topic.text().length();
            if (isLonger && phrase.text().endsWith(topic.text())) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    private boolean isOnTopic(EarlierTurn turn, NounPhrase main) {
        return topic.shares(main) || root.shares(main) || ContextDependence.byPronoun(turn.question());
    }

    private static ConversationTopic start(String query, NounPhrase main, String answer) {
        Subject subject = answered(query, main, answer).orElseGet(() -> Subject.of(main, query));
        return new ConversationTopic(subject, subject, sideTopic(query, subject));
    }

    /** Of "which country is the largest?" the name that the answer gives. */
    private static Optional<Subject> answered(String query, NounPhrase main, String answer) {
        if (main.isNamed() || !Cue.ASKS_WHICH.isIn(query)) {
            return Optional.empty();
        }
        return Names.in(answer).stream().findFirst().map(name -> new Subject("", name.text()));
    }

    private static Optional<Subject> sideTopic(String query, Subject subject) {
        for (NounPhrase phrase : NounPhrases.in(query)) {
            boolean overlaps =
                    subject.text().contains(phrase.text()) || phrase.text().contains(subject.text());
            if (!overlaps) {
                return Optional.of(Subject.of(phrase, query));
            }
        }
        return Optional.empty();
    }

    /** "Tell me about angel rounds", "What is a strap-in binding?", "How does the DNA-based method work?" */
    private static boolean turnsTo(String query, NounPhrase main) {
        String before = query.substring(0, main.start());
        boolean isDefinite = main.isNamed() || Cue.AFTER_THE.isIn(before) || Cue.ASKS_ABOUT.isIn(query);
        return isDefinite && Cue.TURNS_TO.isIn(before);
    }

    /**
     * The best phrase: a name before other phrases, but neither a place ("in Utah") nor an owner ("the Pentagon's look
     * at AUKUS").
     */
    private static Optional<NounPhrase> mainPhrase(String query) {
        List<NounPhrase> phrases = NounPhrases.in(query);
        List<NounPhrase> named = phrases.stream()
                .filter(phrase -> phrase.isNamed() && !isPlace(phrase, query))
                .toList();
        List<NounPhrase> others =
                named.stream().filter(phrase -> !isOwner(phrase, query)).toList();
        return Stream.of(others, named, phrases).flatMap(List::stream).findFirst();
    }

    private static boolean isOwner(NounPhrase phrase, String query) {
        return Cue.OWNER.isIn(query.substring(phrase.end()));
    }

    private static boolean isPlace(NounPhrase phrase, String query) {
        return Cue.AFTER_PLACE_PREPOSITION.isIn(query.substring(0, phrase.start()));
    }
}
