package ibid.suggest;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.answer.collection.CollectionFacts;
import ibid.answer.extract.ExtractiveWriter;
import ibid.index.IndexSnapshot;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import ibid.search.parts.SubQuestions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Questions whose answer has another shape than a sentence: a comparison, a timeline, a disagreement. At most one of
 * each, which is answered in that shape. Threads may share it.
 */
final class ShapedQuestions {

    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
            .collect(Collectors.toUnmodifiableSet());

    private static final String DISAGREEMENT = "Where do the articles disagree?";
    private static final int MAX_TRIED = 6; // of each shape
    private static final int MIN_ROWS = 3; // of a timeline: fewer days are none

    private final Retriever retriever;
    private final ExtractiveWriter writer;

    ShapedQuestions(Retriever retriever, ExtractiveWriter writer) {
        this.retriever = retriever;
        this.writer = writer;
    }

    /** @param topics of the articles, those of most articles first */
    List<String> find(List<String> topics, IndexSnapshot snapshot, TriedQuestions tried) {
        List<String> found = new ArrayList<>();
        comparisons(topics).stream()
                .limit(MAX_TRIED)
                .filter(question -> tried.isAnswered(question, () -> isCompared(question)))
                .findFirst()
                .ifPresent(found::add);
        topics.stream()
                .filter(topic -> !COUNTRIES.contains(topic))
                .limit(MAX_TRIED)
                .map(topic -> "What is the timeline of " + SuggestedQuestions.named(topic) + "?")
                .filter(question -> tried.isAnswered(question, () -> isTimeline(question)))
                .findFirst()
                .ifPresent(found::add);
        if (tried.isAnswered(DISAGREEMENT, () -> isDisagreed(snapshot))) {
            found.add(DISAGREEMENT);
        }
        return found;
    }

    /** What two states say about what is none, the most frequent first. */
    private static List<String> comparisons(List<String> topics) {
        List<String> states = topics.stream().filter(COUNTRIES::contains).toList();
        List<String> questions = new ArrayList<>();
        for (String topic : topics) {
            for (int other = 1; other < states.size() && !states.contains(topic); other++) {
                questions.add("What do " + SuggestedQuestions.named(states.getFirst()) + " and "
                        + SuggestedQuestions.named(states.get(other)) + " say about "
                        + SuggestedQuestions.named(topic) + "?");
            }
        }
        return questions;
    }

    private boolean isCompared(String question) {
        return draft(question)
                .filter(draft ->
                        draft.shape() == AnswerShape.COMPARISON && draft.sides().size() > 1)
                .filter(draft -> labels(draft).containsAll(draft.sides()))
                .isPresent();
    }

    private boolean isTimeline(String question) {
        return draft(question)
                .filter(draft ->
                        draft.shape() == AnswerShape.TIMELINE && labels(draft).size() >= MIN_ROWS)
                .isPresent();
    }

    private static Set<String> labels(Draft.Written draft) {
        return draft.sentences().stream()
                .map(DraftSentence::details)
                .map(details -> details.label())
                .collect(Collectors.toSet());
    }

    private static boolean isDisagreed(IndexSnapshot snapshot) {
        return !CollectionFacts.of(snapshot, SearchFilters.NONE).disagreements().isEmpty();
    }

    private Optional<Draft.Written> draft(String question) {
        SubQuestions asked = SubQuestions.of(question);
        List<Query> parts = asked.questions().stream().map(Query::new).toList();
        List<Ranking> rankings =
                retriever.retrieve(parts, part -> AnswerShape.of(part.text()).depth());
        WritingTask task = new WritingTask(asked, rankings, Ranking.joined(rankings), LocalDate.now(ZoneOffset.UTC));
        return writer.write(task, Writer.Listener.SILENT) instanceof Draft.Written written
                ? Optional.of(written)
                : Optional.empty();
    }
}
