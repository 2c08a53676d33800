package ibid.ask.llm;

import ibid.answer.DraftSentence;
import ibid.answer.match.AnswerMatcher;
import ibid.answer.question.AnswerExtent;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AnswerType;
import ibid.answer.question.ForeignQuestion;
import ibid.answer.validity.WithdrawnValue;
import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.verify.EvidenceFinder;
import ibid.verify.ExactChecks;
import ibid.verify.Verifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Marks the words of a written sentence that are the answer, by the same types as the quoting writer: a figure, name,
 * date or place, all members of a list, a cause. They are marked only where the sentence has one such answer and the
 * words it cites hold it too. One instance per answer.
 */
final class AnswerMarker {

    /** What opens a clause that is the cause itself; behind "led to" it comes before. */
    private static final Set<String> OPENS_CAUSE = Set.of(
            "because", "due", "owing", "thanks", "amid", "citing", "fearing", "aiming", "in", "on", "out", "for");

    private static final Set<String> ASKS_WHICH = Set.of("which", "what", "who", "name", "list");
    private static final int WORDS_TO_NOUN = 4; // "Which of the small countries"

    private final AnswerType type;
    private final AnswerMatcher matcher;
    private final AnswerMatcher names;
    private final Optional<ForeignQuestion> foreign;
    private final Set<String> asked;
    private final boolean asksForSeveral;
    private final List<Hit> hits;
    private final Verifier words = new Verifier(); // the short answer is too few words for a model

    AnswerMarker(String question, List<Hit> hits) {
        this.type = AnswerType.of(question);
        this.matcher = AnswerMatcher.of(question, type);
        this.names = AnswerMatcher.of(question, AnswerType.ANY);
        this.foreign = ForeignQuestion.of(question);
        this.asked = new HashSet<>(IndexTerms.of(question));
        this.asksForSeveral = asksForSeveral(new Lexemes(question));
        this.hits = List.copyOf(hits);
    }

    /** "Which countries", "Who are the members". */
    private static boolean asksForSeveral(Lexemes question) {
        if (!ASKS_WHICH.contains(question.key(0))) {
            return false;
        }
        for (int at = 1; at <= Math.min(WORDS_TO_NOUN, question.size() - 1); at++) {
            if (Inflections.isPlural(question.key(at))) {
                return true;
            }
        }
        return false;
    }

    DraftSentence mark(DraftSentence sentence) {
        if (sentence.details().answer().isPresent()) {
            return sentence;
        }
        Optional<Span> place = answer(sentence).map(extent -> place(sentence.text(), extent));
        return new DraftSentence(
                sentence.text(), sentence.citations(), sentence.details().withAnswer(place));
    }

    private Optional<AnswerExtent> answer(DraftSentence sentence) {
        Set<AnswerExtent> extents = new HashSet<>();
        for (AnswerMatch match : matches(sentence)) {
            if (isSure(match) && isNew(match)) {
                extents.add(match.extent());
            }
        }
        if (extents.isEmpty() && asksForSeveral) {
            extents.addAll(enumerations(sentence));
        }
        return extents.size() == 1
                ? extents.stream().filter(extent -> isHeld(extent, sentence)).findFirst()
                : Optional.empty();
    }

    private List<AnswerMatch> matches(DraftSentence sentence) {
        String text = sentence.text();
        return foreign.map(question -> question.findIn(text))
                .orElseGet(() -> matcher.findIn(text, "", () -> Names.known(evidence(sentence))));
    }

    private boolean isNew(AnswerMatch match) {
        return !asked.containsAll(IndexTerms.of(match.text()));
    }

    private boolean isSure(AnswerMatch match) {
        return switch (type) {
            case DATE, NUMBER, PERSON, PLACE -> match.isExact();
            case REASON -> match.isExact() && OPENS_CAUSE.contains(new Lexemes(match.text()).key(0));
            case STATEMENT, DEFINITION, YES_NO, CHOICE, ANY -> false;
        };
    }

    /** The lists of names of any type in the sentence: "Who are the members" may ask for states. */
    private Set<AnswerExtent> enumerations(DraftSentence sentence) {
        Set<AnswerExtent> extents = new HashSet<>();
        for (AnswerMatch match : names.findIn(sentence.text(), "", () -> Names.known(evidence(sentence)))) {
            if (isNew(match) && !match.extent().text().equals(match.text())) {
                extents.add(match.extent());
            }
        }
        return extents;
    }

    /** Whether the cited words have the answer, and of a list or a cause every word; no correction withdraws it. */
    private boolean isHeld(AnswerExtent extent, DraftSentence sentence) {
        if (hits.stream().anyMatch(hit -> isWithdrawn(hit, extent.text()))) {
            return false;
        }
        ExactChecks checks = words.check(new DraftSentence(extent.text(), sentence.citations()))
                .getFirst()
                .checks();
        boolean isExact = checks.numbers() && checks.names() && checks.dates();
        boolean isWordy = type == AnswerType.REASON || asksForSeveral;
        return isExact && (!isWordy || EvidenceFinder.shared(extent.text(), evidence(sentence)) == 1);
    }

    private static boolean isWithdrawn(Hit hit, String text) {
        return WithdrawnValue.statedIn(hit, text).isPresent();
    }

    private static String evidence(DraftSentence sentence) {
        List<String> cited = new ArrayList<>();
        sentence.citations().forEach(citation -> cited.add(citation.words()));
        return String.join("\n", cited);
    }

    private static Span place(String text, AnswerExtent extent) {
        int start = text.codePointCount(0, extent.start());
        return new Span(
                start, start + extent.text().codePointCount(0, extent.text().length()));
    }
}
