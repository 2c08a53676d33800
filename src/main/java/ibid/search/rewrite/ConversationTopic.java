package ibid.search.rewrite;

import ibid.language.Names;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a conversation is about by now.
 *
 * @param root  what it is about on the whole, until a question stands alone
 * @param topic what the questions of late turned to within it; what a pronoun means
 * @param aside what else the last question brought up: the topic it turned to, or a second phrase of the question that
 *              set the root
 */
record ConversationTopic(Subject root, Subject topic, Optional<Subject> aside) {

    static final ConversationTopic NONE = new ConversationTopic(Subject.NONE, Subject.NONE, Optional.empty());

    private static final Pattern TURNS_TO = Pattern.compile(
            "(?i)^(?:(?:and|but|so|ok|okay|oh)\\b[\\s,]*)?(?:tell me|(?:what|how) about|(?:what|who)(?: is|’s|'s| are| was| were)\\s+(?:an?\\s+)?$|(?:(?:what|how|why|when) )?(?:do|does|did)\\s+(?:the\\s+)?$|(?:is|are|was|were|has|have|can|could|will|would)\\s+(?:an?\\s+|the\\s+)?$"
                    + "|.*\\b(?:importance|significance|definition|meaning) of\\s+(?:the\\s+)?$).*");
    private static final Pattern BRACKET = Pattern.compile("\\s*\\([^()]*\\)(?=\\??$)");
    private static final Pattern ASKS_WHICH =
            Pattern.compile("(?i)^(?:which|who|what(?: is|’s|'s| was) the \\w+est)\\b.*");

    /**
     * @param article "the ", or empty for a name or a mass
     */
    record Subject(String article, String text) {

        static final Subject NONE = new Subject("", "");

        static Subject of(NounPhrases.Phrase phrase, String question) {
            String before = question.substring(0, phrase.start());
            boolean counted = before.matches("(?is).*\\b(an?|the|my|your|this|that)\\s+(\\S+\\s+)?$");
            boolean called = before.matches("(?is).*\\bthe\\s+$")
                    && phrase.words().size()
                            > 1; // "the 7th Fleet"; one word can do without, as in the tests of ask and serve
            return new Subject((phrase.named() ? called : counted) ? "the " : "", phrase.text());
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        boolean isName() {
            return Names.in("about " + text).stream()
                    .anyMatch(name -> name.text().equals(text));
        }

        boolean isPlural() {
            return text.matches(".*[^sui]s") && !isName();
        }

        /** As it stands in a sentence. */
        String said() {
            return article + text;
        }

        boolean shares(NounPhrases.Phrase phrase) {
            List<String> words = NounPhrases.in(text).stream()
                    .flatMap(one -> one.words().stream())
                    .map(NounPhrases::stem)
                    .toList();
            return phrase.words().stream().map(NounPhrases::stem).anyMatch(words::contains);
        }
    }

    static ConversationTopic of(List<EarlierTurn> earlier) {
        ConversationTopic theme = NONE;
        for (EarlierTurn turn : earlier) theme = theme.after(turn);
        return theme;
    }

    /** The query without what was added to it in brackets. */
    static String bare(String query) {
        return BRACKET.matcher(query).replaceFirst("");
    }

    private ConversationTopic after(EarlierTurn turn) {
        String query = bare(turn.query());
        List<NounPhrases.Phrase> phrases = NounPhrases.in(query);
        Optional<NounPhrases.Phrase> first = main(query, phrases);
        if (first.isEmpty()) return still();
        NounPhrases.Phrase main = first.get();
        if (root.isEmpty()) return begun(query, phrases, main, turn.answer());
        Optional<NounPhrases.Phrase> narrower = phrases.stream()
                .filter(phrase -> phrase.text().length() > topic.text().length()
                        && phrase.text().endsWith(topic.text()))
                .findFirst();
        if (narrower.isPresent())
            return new ConversationTopic(
                    root, new Subject(topic.article(), narrower.get().text()), Optional.empty());
        if (topic.shares(main) || root.shares(main) || ContextDependence.byPronoun(turn.question())) return still();
        if (!ContextDependence.leavesUnsaid(turn.question()) && main.named())
            return begun(query, phrases, main, turn.answer());
        return turnsTo(query, main)
                ? new ConversationTopic(root, Subject.of(main, query), Optional.of(Subject.of(main, query)))
                : still();
    }

    private ConversationTopic still() {
        return new ConversationTopic(root, topic, Optional.empty());
    }

    private static ConversationTopic begun(
            String query, List<NounPhrases.Phrase> phrases, NounPhrases.Phrase main, String answer) {
        Optional<Subject> which = main.named() || !ASKS_WHICH.matcher(query).matches()
                ? Optional.empty()
                : Names.in(answer).stream().findFirst().map(name -> new Subject("", name.text()));
        Subject subject = which.orElse(Subject.of(main, query));
        return new ConversationTopic(
                subject,
                subject,
                phrases.stream()
                        .filter(phrase -> !subject.text().contains(phrase.text())
                                && !phrase.text().contains(subject.text()))
                        .findFirst()
                        .map(phrase -> Subject.of(phrase, query)));
    }

    /** "Tell me about angel rounds", "What is a strap-in binding?", "How does the DNA-based method work?" */
    private static boolean turnsTo(String query, NounPhrases.Phrase main) {
        boolean theOrNamed = main.named()
                || query.substring(0, main.start()).matches("(?is).*\\bthe\\s+$")
                || query.matches(
                        "(?i).*\\b(about|((what|who)( is|’s|'s| are| was| were))|^(is|are|was|were|do|does|did|has|have|can|could|will|would))\\b.*");
        return theOrNamed && TURNS_TO.matcher(query.substring(0, main.start())).matches();
    }

    /**
     * A name before other things, but not a mere place ("in Utah") nor the owner of what is asked about ("the
     * Pentagon's look at AUKUS").
     */
    private static Optional<NounPhrases.Phrase> main(String question, List<NounPhrases.Phrase> phrases) {
        List<NounPhrases.Phrase> named = phrases.stream()
                .filter(phrase -> phrase.named()
                        && !question.substring(0, phrase.start())
                                .matches("(?is).*\\b(in|(?<!look )at|around|near)\\s+(the\\s+)?$"))
                .toList();
        return named.stream()
                .filter(phrase -> !question.substring(phrase.end()).matches("(?s)['’]s?\\s.*"))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .or(() -> phrases.stream().findFirst());
    }
}
