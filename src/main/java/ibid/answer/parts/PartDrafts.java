package ibid.answer.parts;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.search.comparison.ComparisonQuestion;
import ibid.search.comparison.PairComparison;
import ibid.search.comparison.ViewComparison;
import ibid.search.parts.SubQuestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one draft of those for the parts of a question. A part that is not answered is named in the reader's words. */
public final class PartDrafts {

    private PartDrafts() {}

    /** @param drafts one for each part, in order */
    public static Draft.Extracted joined(SubQuestions questions, List<Draft.Extracted> drafts) {
        if (drafts.size() == 1) {
            return drafts.getFirst();
        }
        if (drafts.stream().noneMatch(Draft.Written.class::isInstance)) {
            return nothing(drafts);
        }
        return questions
                .comparison()
                .map(comparison -> (Draft.Extracted) compared(comparison, drafts))
                .orElseGet(() -> joinedInOrder(questions, drafts));
    }

    private static Draft.Written compared(ComparisonQuestion comparison, List<Draft.Extracted> drafts) {
        return switch (comparison) {
            case PairComparison pair -> ComparisonDraft.of(pair, drafts);
            case ViewComparison views -> ViewsDraft.of(views, drafts);
        };
    }

    /** All that is said of why there is no answer, and the nearest words of the first part that has some. */
    private static Draft.Nothing nothing(List<Draft.Extracted> drafts) {
        Set<String> missing = new LinkedHashSet<>();
        for (Draft.Extracted draft : drafts) {
            missing.add(draft.missing());
        }
        Optional<Citation> closest = drafts.stream()
                .map(Draft.Extracted::closest)
                .flatMap(Optional::stream)
                .findFirst();
        double confidence =
                drafts.stream().mapToDouble(Draft.Extracted::confidence).max().orElse(0);
        return new Draft.Nothing(String.join(" ", missing), closest, confidence);
    }

    private static Draft.Written joinedInOrder(SubQuestions questions, List<Draft.Extracted> drafts) {
        List<Draft.Written> written = written(drafts);
        List<Draft.Clash> clashes =
                written.stream().flatMap(draft -> draft.clashes().stream()).toList();
        double confidence =
                written.stream().mapToDouble(Draft.Written::confidence).reduce(1, Math::min);
        return new Draft.Written(
                shortAnswer(written),
                distinct(written),
                missing(questions, drafts),
                AnswerShape.PROSE,
                clashes,
                confidence);
    }

    static List<Draft.Written> written(List<Draft.Extracted> drafts) {
        return drafts.stream()
                .filter(Draft.Written.class::isInstance)
                .map(Draft.Written.class::cast)
                .toList();
    }

    /** "20; June 2020": only where each answered part has one. */
    private static Optional<Draft.Short> shortAnswer(List<Draft.Written> drafts) {
        Set<String> texts = new LinkedHashSet<>();
        List<Citation> citations = new ArrayList<>();
        for (Draft.Written draft : drafts) {
            if (draft.shortAnswer().isEmpty()) {
                return Optional.empty();
            }
            texts.add(draft.shortAnswer().get().text());
            citations.addAll(draft.shortAnswer().get().citations());
        }
        return Optional.of(new Draft.Short(String.join("; ", texts), citations));
    }

    /** The sentences of all drafts. A sentence that answers two parts is shown once. */
    private static List<DraftSentence> distinct(List<Draft.Written> drafts) {
        Map<String, DraftSentence> sentences = new LinkedHashMap<>();
        for (Draft.Written draft : drafts) {
            draft.sentences().forEach(sentence -> sentences.putIfAbsent(sentence.text(), sentence));
        }
        return List.copyOf(sentences.values());
    }

    /** What the answered parts leave open, then the unanswered parts. */
    private static String missing(SubQuestions questions, List<Draft.Extracted> drafts) {
        List<String> missing = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (int at = 0; at < drafts.size(); at++) {
            if (drafts.get(at) instanceof Draft.Nothing) {
                String asked = questions.parts().get(at).asked();
                unanswered.add("I found no answer I trust to “" + asked + "”.");
            } else if (!drafts.get(at).missing().isEmpty()) {
                missing.add(drafts.get(at).missing());
            }
        }
        missing.addAll(unanswered);
        return String.join(" ", missing);
    }
}
