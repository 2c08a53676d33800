package ibid.answer.extract;

import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.contradiction.Assertion;
import ibid.answer.contradiction.Contradictions;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.stance.Speaker;
import ibid.answer.validity.WithdrawnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences that answer one question differently, and what is told of them. */
final class Disagreements {

    private final QuestionAnalysis question;
    private final List<Assertion> assertions;
    private final List<Assertion> sides;

    private Disagreements(QuestionAnalysis question, List<Assertion> assertions) {
        this.question = question;
        this.assertions = assertions;
        this.sides = Contradictions.among(assertions);
    }

    /** @param ranked best first */
    static Disagreements find(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        return new Disagreements(question, Contradictions.read(question, ranked));
    }

    /** The sentences, the best one's side first; empty where all agree. */
    List<ScoredCandidate> sides() {
        return sides.stream().map(Assertion::candidate).toList();
    }

    /** One clash where two sides or more are among the sentences shown. */
    List<Draft.Clash> clashes(List<DraftSentence> sentences) {
        List<Assertion> shown = new ArrayList<>();
        List<Draft.Clash.Side> rows = new ArrayList<>();
        for (Assertion side : sides) {
            List<Citation> citations = citations(side, sentences);
            if (!citations.isEmpty()) {
                shown.add(side);
                rows.add(new Draft.Clash.Side(side.words(), speaker(side), isWithdrawn(side), citations));
            }
        }
        return rows.size() < 2 ? List.of() : List.of(new Draft.Clash(describe(shown), rows));
    }

    private static String speaker(Assertion side) {
        return Speaker.of(side.candidate().text())
                .filter(speaker -> !speaker.isPronoun())
                .map(Speaker::name)
                .orElse("");
    }

    /** The side's own citation and those of sentences that agree with it. */
    private List<Citation> citations(Assertion side, List<DraftSentence> sentences) {
        List<Citation> citations = new ArrayList<>();
        findCitation(side.candidate(), sentences).ifPresent(citations::add);
        for (Assertion other : assertions) {
            if (!sides.contains(other) && other.agreesWith(side)) {
                findCitation(other.candidate(), sentences).ifPresent(citations::add);
            }
        }
        return citations.stream().distinct().toList();
    }

    /** The citation under which a candidate's sentence is shown. */
    private static Optional<Citation> findCitation(ScoredCandidate candidate, List<DraftSentence> sentences) {
        for (DraftSentence sentence : sentences) {
            for (Citation citation : sentence.citations()) {
                String article = citation.hit().article().id().value();
                if (article.equals(candidate.articleId()) && citation.quote().contains(candidate.span())) {
                    return Optional.of(citation);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether another side is a correction and this one is not. */
    private boolean isWithdrawn(Assertion side) {
        ScoredCandidate candidate = side.candidate();
        boolean isCorrected = !candidate.isOfCorrection()
                && sides.stream().map(Assertion::candidate).anyMatch(ScoredCandidate::isOfCorrection);
        return isCorrected
                || WithdrawnValue.statedIn(candidate.hit(), candidate.text()).isPresent();
    }

    /** {@code the number, “700” (Ibid Wire, 15 October 2024, a correction) or “7,000” (Ibid Wire, 8 October 2024)}. */
    private String describe(List<Assertion> shown) {
        List<String> answers = new ArrayList<>();
        for (Assertion side : shown) {
            String source = Attribution.source(side.candidate().imprint());
            String correction = side.candidate().isOfCorrection() ? ", a correction" : "";
            answers.add("“" + side.words() + "” (" + source + correction + ")");
        }
        return subject() + ", " + String.join(" or ", answers);
    }

    private String subject() {
        return switch (question.type()) {
            case NUMBER -> "the number";
            case DATE -> "the date";
            case PLACE -> "the place";
            case PERSON -> "the person";
            case REASON -> "the reason";
            default -> "this";
        };
    }
}
