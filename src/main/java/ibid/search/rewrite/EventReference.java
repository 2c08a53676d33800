package ibid.search.rewrite;

import ibid.language.VerbForms;
import ibid.search.grammar.Complement;
import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.SentenceEnd;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * A question about all that was asked before: "Was that legal?", "Is that still true?", "How did Beijing respond?"
 *
 * @param last  the turn before it
 * @param topic of the conversation
 */
record EventReference(String question, EarlierTurn last, ConversationTopic topic) {

    /** The question with what happened in the place of "that"; empty where it does not ask about it. */
    Optional<String> named() {
        return stillTrue().or(this::eventNamed);
    }

    private String lastQuery() {
        return last.query();
    }

    /** "Is that still true?" asks the same of today. */
    private Optional<String> stillTrue() {
        if (!Cue.STILL_TRUE.isIn(question)) {
            return Optional.empty();
        }
        Optional<QuestionClause> clause = QuestionClause.of(lastQuery());
        Optional<String> thing = clause.flatMap(QuestionClause::thingMeant);
        if (thing.isPresent()) {
            return Optional.of("Is " + thing.get() + " still true?");
        }
        boolean asksWhether = clause.isPresent() && clause.get().asked().isEmpty();
        return Optional.of(
                asksWhether
                        ? "Is it still true that " + clause.get().statement(last.nameAnswered()) + "?"
                        : SentenceEnd.removedFrom(lastQuery()) + " now?");
    }

    /** "Who was president then?", "What happened after that?" */
    Optional<String> timeNamed() {
        Optional<MatchResult> then = Cue.THEN.first(question);
        Optional<QuestionClause> clause = QuestionClause.of(lastQuery()).filter(QuestionClause::isPast);
        if (then.isEmpty() || clause.isEmpty() || !clause.get().isTellable()) {
            return Optional.empty();
        }
        String link = Optional.ofNullable(then.get().group("link")).orElse("when");
        String statement = clause.get().statement(last.nameAnswered());
        return Optional.of(question.substring(0, then.get().start()) + link + " " + statement + "?");
    }

    /** "Was that legal?" means all that was asked about before. */
    private Optional<String> eventNamed() {
        Optional<MatchResult> event = Cue.EVENT.first(question);
        Optional<QuestionClause> clause = QuestionClause.of(lastQuery());
        if (event.isEmpty() || clause.isEmpty() || clause.get().isIdentity()) {
            return event.map(found -> Complement.added(question, topic.topic().withArticle()));
        }
        return Optional.of(eventNamed(event.get(), clause.get()));
    }

    private String eventNamed(MatchResult event, QuestionClause clause) {
        int pronoun = event.end() - EdgeWords.lastWord(event.group()).length();
        Optional<String> thing = clause.thingMeant();
        if (thing.isPresent()) {
            return question.substring(0, pronoun) + thing.get() + question.substring(event.end());
        }
        String auxiliary = EdgeWords.lastWord(question.substring(0, pronoun).stripTrailing());
        boolean isState = QuestionClause.BE.contains(auxiliary.toLowerCase(Locale.ROOT));
        String open = SentenceEnd.removedFrom(question.substring(0, pronoun) + "it" + question.substring(event.end()));
        return open + (isState ? " that " : " when ") + clause.statement(last.nameAnswered()) + "?";
    }

    /** "When did the bank do so?" with what was asked about, if it says who did it and "do so" remains. */
    String deedNamed(String standAlone) {
        Optional<MatchResult> deed = Cue.DO_SO.first(standAlone);
        Optional<QuestionClause> clause = QuestionClause.of(lastQuery()).filter(QuestionClause::isTellable);
        if (deed.isEmpty() || clause.isEmpty()) {
            return standAlone;
        }
        String verb = EdgeWords.firstWord(clause.get().verb());
        String base = VerbForms.baseOf(verb);
        String done = (base + " " + clause.get().rest()).strip();
        return QuestionText.replaced(standAlone, deed.get().start(), deed.get().end(), done);
    }

    /** "How did Beijing respond?": to what was said, or when what was asked about happened. */
    Optional<String> response() {
        Optional<QuestionClause> clause = QuestionClause.of(lastQuery());
        if (clause.isEmpty() || clause.get().isIdentity() || !Complement.isResponse(question)) {
            return Optional.empty();
        }
        Optional<String> thing = clause.get().thingMeant();
        if (thing.isPresent()) {
            return Optional.of(Complement.added(question, thing.get()));
        }
        String body = SentenceEnd.removedFrom(question);
        return clause.filter(QuestionClause::isPast)
                .map(past -> body + " when " + past.statement(last.nameAnswered()) + "?");
    }
}
