package ibid.answer.parts;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.search.comparison.ViewComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each of several says about one thing, in rows labelled with who says it; who says nothing is told. */
final class ViewsDraft {

    private ViewsDraft() {}

    /** @param drafts one for each side, at least one of them written */
    static Draft.Written of(ViewComparison views, List<Draft.Extracted> drafts) {
        List<DraftSentence> rows = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Draft.Clash> clashes = new ArrayList<>();
        double confidence = 1;
        for (int side = 0; side < drafts.size(); side++) {
            if (drafts.get(side) instanceof Draft.Written written) {
                rows.addAll(rows(views.sides(), side, drafts));
                clashes.addAll(written.clashes());
                confidence = Math.min(confidence, written.confidence());
            } else {
                missing.add(silent(views, side));
            }
        }
        Draft.Written draft = new Draft.Written(
                Optional.empty(), rows, String.join(" ", missing), AnswerShape.COMPARISON, clashes, confidence);
        return draft.withSides(views.sides());
    }

    static String silent(ViewComparison views, int side) {
        return "I found nothing that " + views.sides().get(side) + " says about " + views.about() + ".";
    }

    /** A sentence for several sides is a row of the first of them. */
    private static List<DraftSentence> rows(List<String> sides, int side, List<Draft.Extracted> drafts) {
        List<DraftSentence> rows = new ArrayList<>();
        for (DraftSentence sentence : ((Draft.Written) drafts.get(side)).sentences()) {
            List<String> speakers = new ArrayList<>();
            for (int other = 0; other < drafts.size(); other++) {
                if (holds(drafts.get(other), sentence)) {
                    speakers.add(sides.get(other));
                }
            }
            if (speakers.getFirst().equals(sides.get(side))) {
                String label = String.join(Draft.BETWEEN_SIDES, speakers);
                rows.add(new DraftSentence(
                        sentence.text(),
                        sentence.citations(),
                        sentence.details().withLabel(label)));
            }
        }
        return rows;
    }

    private static boolean holds(Draft.Extracted draft, DraftSentence sentence) {
        return draft instanceof Draft.Written written
                && written.sentences().stream().anyMatch(one -> one.text().equals(sentence.text()));
    }
}
