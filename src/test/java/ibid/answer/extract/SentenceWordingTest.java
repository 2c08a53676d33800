package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.DraftSentence;
import ibid.answer.SentenceRole;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.selection.SentenceSelection;
import ibid.index.Collection;
import ibid.search.Hit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceWordingTest {

    private static final SentenceRole ANSWER = SentenceRole.ANSWER;

    @TempDir
    private Path folder;

    /** The sentences of one article as they are shown, after those at these places were picked. */
    private List<DraftSentence> shown(String text, int... places) {
        try (Collection collection = new Collection(folder)) {
            collection.with("a", "Desk", "2024-01-01", text).update();
            Hit hit = Rankings.of(collection, "ferry").hits().getFirst();
            SentenceWording wording = new SentenceWording(false);
            return wording.word(Arrays.stream(places)
                    .mapToObj(at -> new Candidate(hit, at, List.of(), true, Map.of(), List.of(), Optional.empty()))
                    .map(candidate -> new SentenceSelection.Pick(new ScoredCandidate(candidate, 1), List.of(), ANSWER))
                    .toList());
        }
    }

    @Test
    void aSentenceThatNeedsTheOneBeforeItComesAfterIt() {
        List<DraftSentence> shown = shown("The ferry was sold on Monday. This was a surprise.", 1);
        assertThat(shown).extracting(one -> one.details().role()).containsExactly(SentenceRole.CONTEXT, ANSWER);
    }

    @Test
    void whatWasShownIsNotRepeatedBetweenSentencesThatLeadIn() {
        String text = "Anna Lund went to Bergen last week on her first journey as mayor and left the plan at home. "
                + "She told reporters that the ferry would not be sold. They wrote of it. Lund is new.";
        List<DraftSentence> shown = shown(text, 1, 2);
        assertThat(shown)
                .filteredOn(one -> one.text().contains("told reporters"))
                .hasSize(1);
        assertThat(shown).extracting(one -> one.details().role()).containsExactly(ANSWER, SentenceRole.CONTEXT, ANSWER);
    }
}
