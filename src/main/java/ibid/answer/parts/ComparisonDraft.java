package ibid.answer.parts;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceRole;
import ibid.search.comparison.PairComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to which of two has more of something: a row for each side with the words that give its value, and the one
 * that wins where the values can be compared.
 */
final class ComparisonDraft {

    private ComparisonDraft() {}

    /** @param drafts one for each side, at least one of them written */
    static Draft.Written of(PairComparison comparison, List<Draft.Extracted> drafts) {
        List<Draft.Written> written = PartDrafts.written(drafts);
        double confidence =
                written.stream().mapToDouble(Draft.Written::confidence).reduce(1, Math::min);
        if (written.size() < drafts.size()) {
            return oneSided(comparison, drafts, confidence);
        }
        return ComparedValue.pair(comparison, written.get(0), written.get(1))
                .map(pair -> compared(comparison, pair, written, confidence))
                .orElseGet(() -> sideBySide(comparison, written, confidence));
    }

    private static Draft.Written oneSided(PairComparison comparison, List<Draft.Extracted> drafts, double confidence) {
        List<DraftSentence> rows = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int side = 0; side < drafts.size(); side++) {
            String name = comparison.sides().get(side);
            if (drafts.get(side) instanceof Draft.Written written) {
                rows.addAll(labelled(written.sentences(), name));
            } else {
                missing.add("I found nothing to compare for “" + name + "”.");
            }
        }
        return draft(comparison, Optional.empty(), rows, String.join(" ", missing), confidence);
    }

    private static Draft.Written sideBySide(PairComparison comparison, List<Draft.Written> written, double confidence) {
        List<DraftSentence> rows = new ArrayList<>();
        for (int side = 0; side < written.size(); side++) {
            rows.addAll(
                    labelled(written.get(side).sentences(), comparison.sides().get(side)));
        }
        String missing = "I found no two values that say which is " + comparison.word() + ".";
        return draft(comparison, Optional.empty(), rows, missing, confidence);
    }

    private static Draft.Written compared(
            PairComparison comparison, ComparedValue.Pair pair, List<Draft.Written> written, double confidence) {
        List<DraftSentence> rows = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (int side = 0; side < written.size(); side++) {
            DraftSentence sentence = pair.values().get(side).sentence();
            rows.addAll(labelled(
                    withContext(sentence, written.get(side)), comparison.sides().get(side)));
            citations.addAll(sentence.citations());
        }
        Draft.Short shortAnswer = new Draft.Short(describe(comparison, pair), citations);
        return draft(comparison, Optional.of(shortAnswer), rows, "", confidence);
    }

    /** "The regulator: 700, against 300". */
    private static String describe(PairComparison comparison, ComparedValue.Pair pair) {
        Optional<Integer> winner = pair.winner(comparison.wantsLess());
        if (winner.isEmpty()) {
            return "both: " + pair.values().getFirst().words();
        }
        ComparedValue value = pair.values().get(winner.get());
        ComparedValue other = pair.values().get(1 - winner.get());
        return comparison.sides().get(winner.get()) + ": " + value.words() + ", against " + other.words();
    }

    /** With the sentences before it that it cannot be understood without. */
    private static List<DraftSentence> withContext(DraftSentence sentence, Draft.Written draft) {
        int end = draft.sentences().indexOf(sentence);
        int start = end;
        while (start > 0 && isContext(draft.sentences().get(start - 1))) {
            start--;
        }
        return draft.sentences().subList(start, end + 1);
    }

    private static boolean isContext(DraftSentence sentence) {
        return sentence.details().role() == SentenceRole.CONTEXT;
    }

    private static List<DraftSentence> labelled(List<DraftSentence> sentences, String label) {
        List<DraftSentence> rows = new ArrayList<>();
        for (DraftSentence sentence : sentences) {
            rows.add(new DraftSentence(
                    sentence.text(), sentence.citations(), sentence.details().withLabel(label)));
        }
        return rows;
    }

    private static Draft.Written draft(
            PairComparison comparison,
            Optional<Draft.Short> shortAnswer,
            List<DraftSentence> rows,
            String missing,
            double confidence) {
        return new Draft.Written(shortAnswer, rows, missing, AnswerShape.COMPARISON, List.of(), confidence)
                .withSides(comparison.sides());
    }
}
