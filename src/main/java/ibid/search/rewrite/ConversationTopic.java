package ibid.search.rewrite;

import ibid.language.Inflections;
import ibid.language.Names;
import ibid.language.OfficeNouns;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.MaximalNounPhrases;
import ibid.search.grammar.NounPhrase;
import ibid.search.grammar.NounPhrases;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.SentenceEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * The current topic of a conversation.
 *
 * @param root  its main topic, until a stand-alone question changes it
 * @param topic the topic of the latest questions within it, to which a pronoun refers
 */
record ConversationTopic(Subject root, Subject topic) {

    private static final ConversationTopic NONE = new ConversationTopic(Subject.NONE, Subject.NONE);

    /** @param article "the ", "a ", "an ", or empty for a name or a mass */
    record Subject(String article, String text) {

        static final Subject NONE = new Subject("", "");

        static Subject of(NounPhrase phrase, String question) {
            String before = question.substring(0, phrase.start());
            Optional<MatchResult> indefinite = Cue.AFTER_INDEFINITE.first(before);
            if (phrase.isNamed() && phrase.words().size() > 1 && indefinite.isPresent()) {
                return new Subject(indefinite.get().group("article").toLowerCase(Locale.ROOT) + " ", phrase.text());
            }
            return new Subject(takesArticle(phrase, before) ? "the " : "", phrase.text());
        }

        /** The same with the place behind it: "the office in Tokyo". */
        static Subject ofPlace(NounPhrase phrase, String question) {
            Subject plain = of(phrase, question);
            String after = question.substring(phrase.end());
            int length = Cue.PLACE_AFTER.first(after).map(MatchResult::end).orElse(0);
            return new Subject(plain.article, plain.text + after.substring(0, length));
        }

        /** A name takes it as in "the Quad" and "the next Olympics". */
        private static boolean takesArticle(NounPhrase phrase, String before) {
            boolean mayFollowAdjective = !phrase.isNamed() || hasPluralEnding(phrase.text());
            return (mayFollowAdjective ? Cue.AFTER_DETERMINER_OR_ADJECTIVE : Cue.AFTER_THE).isIn(before);
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
            boolean endsLikeCrisis = text.endsWith("is");
            return !endsLikeCrisis
                    && Inflections.isPlural(EdgeWords.lastWord(text).toLowerCase(Locale.ROOT));
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
            return phrase.words().stream().map(Inflections::stem).toList();
        }
    }

    static ConversationTopic of(List<EarlierTurn> earlier) {
        ConversationTopic topic = NONE;
        for (EarlierTurn turn : earlier) {
            topic = topic.after(turn);
        }
        return topic;
    }

    /** The query without what was added behind it. */
    private static String withoutComplement(EarlierTurn turn) {
        String question = SentenceEnd.removedFrom(turn.question());
        return turn.query().startsWith(question) ? turn.question() : turn.query();
    }

    private ConversationTopic after(EarlierTurn turn) {
        String query = withoutComplement(turn);
        Optional<NounPhrase> main = mainPhrase(query);
        if (main.isEmpty()) {
            return this;
        }
        if (root.isEmpty()) {
            return start(query, main.get(), turn.answer());
        }
        Optional<NounPhrase> narrower = narrower(query);
        return narrower.isPresent() ? narrowedTo(narrower.get()) : after(turn, query, main.get());
    }

    private ConversationTopic after(EarlierTurn turn, String query, NounPhrase main) {
        if (isOnTopic(turn, main) || isPersonMeant(turn, main)) {
            return this;
        }
        if (main.isNamed() && !ContextDependence.leavesUnsaid(turn.question())) {
            return start(query, main, turn.answer());
        }
        return turnsTo(query, main) ? turnedTo(Subject.of(main, query)) : this;
    }

    /** Who was asked about as "he": "it" is still what was asked about before. */
    private static boolean isPersonMeant(EarlierTurn turn, NounPhrase main) {
        return Cue.PERSON.isIn(turn.question()) && !turn.question().contains(main.text());
    }

    private ConversationTopic turnedTo(Subject subject) {
        return new ConversationTopic(root, subject);
    }

    private ConversationTopic narrowedTo(NounPhrase phrase) {
        return new ConversationTopic(root, new Subject(topic.article(), phrase.text()));
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
        boolean shares = (topic.shares(main) || root.shares(main)) && !namesAnother(main);
        return shares || ContextDependence.byPronoun(turn.question());
    }

    /** "Tunisia's debt" after "Egypt's debt" */
    private boolean namesAnother(NounPhrase phrase) {
        List<Names.Name> names = Names.in("about " + phrase.text());
        return !names.isEmpty()
                && names.stream()
                        .noneMatch(name -> topic.text().contains(name.text())
                                || root.text().contains(name.text()));
    }

    private static ConversationTopic start(String query, NounPhrase main, String answer) {
        Subject subject = answered(query, main, answer).orElseGet(() -> Subject.ofPlace(main, query));
        return new ConversationTopic(subject, subject);
    }

    /** Of "which country is the largest?" the name that the answer gives. */
    private static Optional<Subject> answered(String query, NounPhrase main, String answer) {
        if (main.isNamed() || !Cue.ASKS_WHICH.isIn(query)) {
            return Optional.empty();
        }
        return Names.in(answer).stream().findFirst().map(name -> new Subject("", name.text()));
    }

    /** "Tell me about angel rounds", "What is a strap-in binding?", "How does the DNA-based method work?" */
    private static boolean turnsTo(String query, NounPhrase main) {
        String before = query.substring(0, main.start());
        boolean isDefinite = main.isNamed() || Cue.AFTER_THE.isIn(before) || Cue.ASKS_ABOUT.isIn(query);
        return isDefinite && Cue.TURNS_TO.isIn(before);
    }

    /**
     * The best phrase, with its owner and what follows its head, unless the question asks what that is: "What is
     * Ghana's population?" is about Ghana, "How long is Norway's border with Russia?" about the border.
     */
    private static Optional<NounPhrase> mainPhrase(String query) {
        Optional<NounPhrase> main = mainWithoutComplement(query);
        boolean asksWhatItIs =
                QuestionClause.of(query).filter(QuestionClause::asksWhatItIs).isPresent();
        return asksWhatItIs
                ? main
                : main.map(phrase -> MaximalNounPhrases.around(phrase, query).orElse(phrase));
    }

    /** A name before other phrases, but neither a place ("in Utah") nor an owner ("the Pentagon's look at AUKUS"). */
    private static Optional<NounPhrase> mainWithoutComplement(String query) {
        List<NounPhrase> phrases = NounPhrases.in(query);
        List<NounPhrase> named = phrases.stream()
                .filter(phrase -> phrase.isNamed() && !isPlace(phrase, query))
                .toList();
        List<NounPhrase> others =
                named.stream().filter(phrase -> !isOwner(phrase, query)).toList();
        return Stream.of(
                        objects(query, phrases),
                        others,
                        objectOfOffice(query, phrases),
                        named,
                        inSubject(query, phrases),
                        phrases)
                .flatMap(List::stream)
                .findFirst();
    }

    /** "Why did South Korea's president declare martial law?" is about martial law, not about South Korea. */
    private static List<NounPhrase> objectOfOffice(String query, List<NounPhrase> phrases) {
        return QuestionClause.of(query)
                .filter(parts -> OfficeNouns.contains(EdgeWords.lastWord(parts.subject()))
                        && !parts.rest().isEmpty())
                .map(parts -> phrasesOf(parts.rest(), query, phrases))
                .orElse(List.of());
    }

    /** "When did the Port Authority approve the new terminal?" is about the terminal. */
    private static List<NounPhrase> objects(String query, List<NounPhrase> phrases) {
        return QuestionClause.of(query)
                .filter(QuestionClause::isAboutObject)
                .map(parts -> phrasesOf(parts.rest(), query, phrases))
                .orElse(List.of());
    }

    private static List<NounPhrase> phrasesOf(String rest, String query, List<NounPhrase> phrases) {
        return phrases.stream()
                .filter(phrase -> phrase.start() >= query.indexOf(rest))
                .toList();
    }

    /** What has what is counted: "How many members does the committee have?" */
    private static List<NounPhrase> inSubject(String query, List<NounPhrase> phrases) {
        String subject = QuestionClause.of(query)
                .filter(QuestionClause::isCounting)
                .map(QuestionClause::subject)
                .orElse("");
        return subject.isEmpty()
                ? List.of()
                : phrases.stream()
                        .filter(phrase -> phrase.start() >= query.indexOf(subject))
                        .toList();
    }

    private static boolean isOwner(NounPhrase phrase, String query) {
        return Cue.OWNER.isIn(query.substring(phrase.end()));
    }

    private static boolean isPlace(NounPhrase phrase, String query) {
        return Cue.AFTER_PLACE_PREPOSITION.isIn(query.substring(0, phrase.start()));
    }
}
