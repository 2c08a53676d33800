package ibid.eval.analysis;

import ibid.api.AnswerBody;
import ibid.eval.measure.Measure;
import ibid.eval.run.OpenAiServer;
import ibid.eval.run.TopicResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What could not be measured of a server in another dialect, and why. A measure that is left out is not 0; a reader of
 * two tables side by side must know the difference.
 */
public final class UnstatedMeasures {

    private UnstatedMeasures() {}

    public static List<MeasureNote> of(List<TopicResult> results) {
        List<AnswerBody> answers = results.stream()
                .filter(result -> !result.failed() && !result.abstained())
                .map(TopicResult::answer)
                .toList();
        List<MeasureNote> notes = new ArrayList<>();
        String names = OpenAiServer.never().stream()
                .map(measure -> measure.title)
                .sorted()
                .collect(Collectors.joining(", "));
        notes.add(new MeasureNote(
                Measure.REFUSED_WRONGLY.title,
                "refusals told by their words",
                "Asked in OpenAI's dialect, which states neither the passages found nor partial outcomes nor a "
                        + "confidence. Not measured: " + names + ", calibration, the time of the first sentence. "
                        + "A refusal is told by its field or its words, a citation's article is not compared, only its "
                        + "words; expected.tsv is of Ibid's own API and not applied."));
        count(answers, OpenAiServer::citesWithoutWords, "cite a source without its words", notes);
        count(answers, OpenAiServer::listsOnly, "list sources without saying which sentence rests on which", notes);
        return notes;
    }

    private static void count(
            List<AnswerBody> answers, Predicate<AnswerBody> such, String what, List<MeasureNote> notes) {
        long some = answers.stream().filter(such).count();
        if (some > 0) {
            String figure = some + " of " + answers.size() + " answers " + what;
            notes.add(new MeasureNote(
                    Measure.CITATION_RECALL.title,
                    figure,
                    figure + "; they are left out of the measures of support and of nuggets that only a quote shows."));
        }
    }
}
