package ibid.answer.contradiction;

import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AnswerType;
import ibid.answer.question.AskedQuantity;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.language.Lexemes;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a sentence asserts in answer to one question. */
final class AssertionReader {

    private static final double MIN_TERM_SHARE = 0.6; // of the question that a sentence must hold itself

    private final QuestionAnalysis question;
    private final ActTerms acts;
    private final boolean isCountAsked;

    AssertionReader(QuestionAnalysis question) {
        this.question = question;
        this.acts = new ActTerms(question);
        this.isCountAsked = AskedQuantity.of(question.text()).isKnown();
    }

    /** Empty where the sentence does not by itself give what is asked for. */
    Optional<Assertion> read(ScoredCandidate candidate) {
        Set<String> terms = termsOf(candidate.text());
        boolean isAboutQuestion =
                candidate.candidate().feature(SentenceFeature.NAME_SHARE) == 1 && acts.shareIn(terms) >= MIN_TERM_SHARE;
        if (!isAboutQuestion) {
            return Optional.empty();
        }
        return switch (question.type()) {
            case NUMBER -> figure(candidate, terms);
            case DATE -> days(candidate);
            case PLACE -> NamedReader.place(candidate, acts).map(named -> assertion(candidate, named));
            default -> namedOrJudged(candidate);
        };
    }

    /** "Who proposed" asks for a person, whatever else it may ask for. */
    private Optional<Assertion> namedOrJudged(ScoredCandidate candidate) {
        if (question.type() == AnswerType.PERSON || new Lexemes(question.text()).is(0, "who")) {
            return NamedReader.agents(candidate, acts).map(named -> assertion(candidate, named));
        }
        return JudgementReader.read(candidate.text(), question).map(judgement -> assertion(candidate, judgement));
    }

    private static Set<String> termsOf(String text) {
        return new HashSet<>(IndexTerms.of(text));
    }

    private static Assertion assertion(ScoredCandidate candidate, AssertedValue value) {
        int start = Math.max(0, candidate.text().indexOf(value.words()));
        return assertion(candidate, value, start);
    }

    private static Assertion assertion(ScoredCandidate candidate, AssertedValue value, int start) {
        int end = start + value.words().length();
        return new Assertion(
                candidate,
                value,
                Circumstances.of(
                        candidate.text(), start, end, candidate.imprint().publishedOn()));
    }

    private Optional<Assertion> figure(ScoredCandidate candidate, Set<String> terms) {
        Optional<AnswerMatch> match = candidate.candidate().answer();
        if (match.isEmpty() || !acts.isActIn(terms)) {
            return Optional.empty(); // who work is not who strike
        }
        String text = candidate.text();
        List<Quantity> quantities = Quantity.in(text);
        for (Quantity quantity : quantities) {
            if (!match.get().overlaps(quantity.start(), quantity.end())) {
                continue;
            }
            CountedNoun counted = CountedNoun.of(quantity, text, acts);
            boolean isOther =
                    isCountAsked && !match.get().isExact() && !counted.head().isEmpty();
            Amount amount = Ranges.amount(quantity, quantities, text);
            AssertedValue value = new AssertedValue.Figure(match.get().text(), amount, counted, terms);
            return isOther ? Optional.empty() : Optional.of(assertion(candidate, value, quantity.start()));
        }
        return Optional.empty();
    }

    /** The date whose clause tells of the act asked for. */
    private Optional<Assertion> days(ScoredCandidate candidate) {
        Optional<AnswerMatch> match = candidate.candidate().answer();
        if (match.isEmpty()) {
            return Optional.empty();
        }
        String text = candidate.text();
        for (Timex timex : TemporalTagger.tag(text, candidate.imprint().publishedOn())) {
            boolean isAnswer = match.get().overlaps(timex.start(), timex.end());
            if (isAnswer && timex.days().isPresent() && tellsOfAct(text, timex)) {
                AssertedValue value =
                        new AssertedValue.Days(timex.words(), timex.days().get(), !timex.isWritten());
                return Optional.of(assertion(candidate, value, timex.start()));
            }
        }
        return Optional.empty();
    }

    /** A date alone between commas belongs to the whole sentence. */
    private boolean tellsOfAct(String text, Timex timex) {
        String clause = Clause.at(text, timex.start()).in(text);
        Set<String> others = termsOf(clause);
        others.removeAll(IndexTerms.of(timex.words()));
        return acts.isActIn(others.isEmpty() ? termsOf(text) : others);
    }
}
