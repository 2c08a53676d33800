package ibid.search.rewrite;

import ibid.language.Lexemes;
import ibid.search.grammar.NounPhrase;
import ibid.search.grammar.NounPhrases;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.QuestionWord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * A question phrase alone: "why?", "when was that?", "where did it happen?", "who else?", "on what grounds?". It asks
 * about all that was asked before.
 *
 * @param last the turn before it
 */
record BareQuestion(String question, EarlierTurn last) {

    private static final Set<String> COUNTING = Set.of("how many", "how much", "which ones", "which one", "which");
    private static final Set<String> NEGATIONS = Set.of("not");
    private static final Map<String, String> SAME = Map.of("how so", "why", "how come", "why", "what for", "why");

    static boolean isBare(String question) {
        return Cue.BARE_QUESTION_WORD.isIn(question.strip()) || Cue.BARE_ELSE.isIn(question.strip());
    }

    Optional<String> completed() {
        String stripped = question.strip();
        return Cue.BARE_ELSE
                .first(stripped)
                .map(found -> askedForOthers(lower(found, "word")))
                .or(() -> Cue.BARE_QUESTION_WORD
                        .first(stripped)
                        .filter(found -> !isOfThing(stripped))
                        .map(this::askedWith));
    }

    /** "How long is it?" after "When was the bridge opened?" asks about the bridge. */
    private boolean isOfThing(String bare) {
        return Cue.HOW_LONG_IS_IT.isIn(bare)
                && QuestionClause.of(query()).filter(QuestionClause::isPast).isPresent();
    }

    private static String lower(MatchResult found, String group) {
        return found.group(group).toLowerCase(Locale.ROOT);
    }

    private String query() {
        return last.query();
    }

    /** "Did India agree?", "why?" makes "Why did India agree?", and "why not?" why it did not. */
    private String askedWith(MatchResult bare) {
        String word = lower(bare, "word");
        String asked = SAME.getOrDefault(word, word);
        boolean isNegated = new Lexemes(bare.group()).hasAny(NEGATIONS);
        Optional<QuestionClause> clause = QuestionClause.of(query()).map(parts -> isNegated ? parts.negated() : parts);
        if (clause.isEmpty()) {
            return capitalised(asked) + ": " + QuestionText.subject(query()) + "?";
        }
        return COUNTING.contains(asked) ? counted(asked, clause.get()) : askedWith(asked, clause.get());
    }

    private String askedWith(String asked, QuestionClause clause) {
        boolean asksSpeaker = asked.startsWith("says who") || asked.startsWith("who said");
        return asksSpeaker
                ? "Who says that " + clause.statement(last.nameAnswered()) + "?"
                : clause.askedWith(asked, last.nameAnswered());
    }

    /** "Did Japan send troops?", "how many?" makes "How many troops did Japan send?". */
    private String counted(String asked, QuestionClause clause) {
        String word = asked.startsWith("which") ? "which" : asked;
        if (!clause.askedNoun().isEmpty()) {
            return clause.askedWith(word + " " + clause.askedNoun(), Optional.empty());
        }
        Optional<NounPhrase> thing = NounPhrases.in(clause.rest()).stream()
                .filter(phrase -> !phrase.isNamed())
                .findFirst();
        boolean isUncounted = word.equals("how much")
                && thing.isPresent()
                && thing.get().text().endsWith("s");
        if (thing.isEmpty() || isUncounted) {
            return clause.askedWith(word, last.nameAnswered());
        }
        int start = startWithAdjectives(clause.rest(), thing.get());
        String counted = clause.rest().substring(start, thing.get().end());
        String before = Cue.ARTICLE_BEFORE
                .removedFrom(clause.rest().substring(0, start))
                .strip();
        String after = clause.rest().substring(thing.get().end()).strip();
        return clause.withRest((before + " " + after).strip()).askedWith(word + " " + counted, last.nameAnswered());
    }

    private static int startWithAdjectives(String text, NounPhrase thing) {
        int start = thing.start();
        for (QuestionWord word : QuestionWord.in(text).reversed()) {
            boolean isBefore =
                    word.end() <= start && text.substring(word.end(), start).isBlank();
            if (isBefore && word.isAspect()) {
                start = word.start();
            }
        }
        return start;
    }

    /** "Who proposed it?", "who else?" makes "Who else proposed it?". */
    private String askedForOthers(String word) {
        String asked = Map.of("anyone", "who", "anybody", "who", "anything", "what", "anywhere", "where")
                .getOrDefault(word, word);
        Optional<QuestionClause> clause = QuestionClause.of(query());
        if (clause.isEmpty()) {
            return capitalised(asked) + " else: " + QuestionText.subject(query()) + "?";
        }
        return clause.get().askedForOthers(asked);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
