package ibid.ask;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceDetails;
import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.Turn;
import ibid.eval.client.OriginalArticle;
import ibid.eval.measure.Invariants;
import ibid.index.Collection;
import ibid.language.Span;
import ibid.language.Text;
import ibid.search.Hit;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.verify.ExactChecks;
import ibid.verify.Support;
import ibid.verify.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract's invariants, on random drafts from real passages. */
class AnswerComposerTest {

    @TempDir
    private Path folder;

    private static Verdict verdict(Support support) {
        return new Verdict(support, false, 1, new ExactChecks(true, true, true, true, true), List.of(), "");
    }

    @Test
    void whateverIsDraftedTheInvariantsHold() {
        try (Collection collection = Samples.collection(folder)) {
            Ranking ranking = new HybridRetriever(collection.index(), collection.embedder())
                    .retrieve(new Query("ferry bridge"), 12);
            for (int seed = 0; seed < 300; seed++) {
                Answer answer = composed(ranking, new Random(seed));
                AnswerBody json = AnswerBody.of(new Turn(
                        "i",
                        "c",
                        Instant.EPOCH,
                        "q",
                        new AnsweredQuestion("q", answer, ranking, Map.of(), WriterCredit.extractive()),
                        1));
                assertThat(Invariants.breaches(json, id -> original(ranking, id)))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    private static Optional<OriginalArticle> original(Ranking ranking, String article) {
        return ranking.hits().stream()
                .filter(hit -> hit.article().id().value().equals(article))
                .findFirst()
                .map(hit -> new OriginalArticle(
                        ArticleBody.of(SourceArticle.of(hit)), hit.article().text()));
    }

    private static Answer composed(Ranking ranking, Random random) {
        AnswerShape shape = AnswerShape.values()[random.nextInt(AnswerShape.values().length)];
        AnswerComposer composition = new AnswerComposer(shape, "");
        List<DraftSentence> drafted = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            List<Citation> citations = new ArrayList<>();
            List<Verdict> verdicts = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                Hit hit = ranking.hits().get(random.nextInt(ranking.hits().size()));
                List<Span> sentences = hit.passage().sentences();
                Span from = sentences.get(random.nextInt(sentences.size()));
                citations.add(new Citation(hit, random.nextBoolean() ? from : from.to(sentences.getLast())));
                verdicts.add(verdict(Support.values()[random.nextInt(3)]));
            }
            DraftSentence sentence = new DraftSentence(
                    citations.getFirst().words(),
                    citations,
                    SentenceDetails.NONE.withLabel(shape == AnswerShape.PROSE ? "" : "Row 😀"));
            drafted.add(sentence);
            composition.add(sentence, verdicts);
        }
        return composition.isEmpty()
                ? new Answer.Abstained(
                        Answer.Reason.NOT_SUPPORTED, "nothing", Optional.empty(), List.of(), List.of(), 0)
                : composition.answer(Optional.empty(), "", clashes(drafted), 0.5);
    }

    /** All the citations are given as contradicting each other. */
    private static List<Draft.Clash> clashes(List<DraftSentence> sentences) {
        List<Citation> all = sentences.stream()
                .flatMap(sentence -> sentence.citations().stream())
                .toList();
        List<Draft.Clash.Side> sides = all.stream()
                .map(citation -> new Draft.Clash.Side("one", "", false, List.of(citation)))
                .toList();
        return sides.size() < 2 ? List.of() : List.of(new Draft.Clash("They differ.", sides));
    }

    @Test
    void aSentenceNothingSupportsIsLeftOut() {
        try (Collection collection = Samples.collection(folder)) {
            Hit hit = new HybridRetriever(collection.index(), collection.embedder())
                    .retrieve(new Query("ferry"), 1)
                    .hits()
                    .getFirst();
            AnswerComposer composition = new AnswerComposer(AnswerShape.PROSE, "");
            DraftSentence sentence = new DraftSentence(
                    "Something.", List.of(new Citation(hit, hit.passage().span())));
            assertThat(composition.add(sentence, List.of(verdict(Support.NONE))))
                    .isEmpty();
            assertThat(composition.isEmpty()).isTrue();
        }
    }

    @Test
    void aSentenceIsQuotedOnlyIfAFootnoteQuotesItWordForWord() {
        try (Collection collection = Samples.collection(folder)) {
            Hit hit = new HybridRetriever(collection.index(), collection.embedder())
                    .retrieve(new Query("ferry sold to Bergen"), 1)
                    .hits()
                    .getFirst();
            Citation citation = new Citation(hit, hit.passage().sentences().getFirst());
            AnswerComposer composition = new AnswerComposer(AnswerShape.PROSE, "");
            for (String text : List.of(citation.words(), "Words of another.", "It said: “" + citation.words() + "”")) {
                composition.add(new DraftSentence(text, List.of(citation)), List.of(verdict(Support.FULL)));
            }
            Answer.Cited cited = composition.answer(Optional.empty(), "", List.of(), 0.5);
            assertThat(cited.sentences())
                    .extracting(AnswerSentence::kind)
                    .containsExactly(
                            AnswerSentence.Kind.QUOTED, AnswerSentence.Kind.WRITTEN, AnswerSentence.Kind.WRITTEN);
        }
    }

    @Test
    void theSameWordsKeepTheirNumber() {
        try (Collection collection = Samples.collection(folder)) {
            Hit hit = new HybridRetriever(collection.index(), collection.embedder())
                    .retrieve(new Query("ferry"), 1)
                    .hits()
                    .getFirst();
            AnswerComposer composition = new AnswerComposer(AnswerShape.PROSE, "");
            Citation citation = new Citation(hit, hit.passage().span());
            composition.add(new DraftSentence("One 😀.", List.of(citation)), List.of(verdict(Support.FULL)));
            composition.add(new DraftSentence("Two.", List.of(citation)), List.of(verdict(Support.FULL)));
            Answer.Cited cited = composition.answer(Optional.empty(), "", List.of(), 0.5);
            assertThat(cited.text()).isEqualTo("One 😀. [1] Two. [1]");
            assertThat(cited.footnotes()).hasSize(1);
            assertThat(new Text(cited.text()).slice(cited.sentences().get(1).place()))
                    .isEqualTo("Two.");
        }
    }

    @Test
    void aValueBesideItsCorrectionIsNoDisagreement() {
        assertThat(disagreements(true)).isEmpty();
        assertThat(disagreements(false))
                .singleElement()
                .satisfies(one -> assertThat(one.values())
                        .extracting(Answer.Disagreement.Value::footnotes)
                        .containsExactly(List.of(1), List.of(2)));
    }

    private List<Answer.Disagreement> disagreements(boolean isWithdrawn) {
        try (Collection collection = Samples.collection(folder)) {
            Ranking ranking = new HybridRetriever(collection.index(), collection.embedder())
                    .retrieve(new Query("ferry bridge"), 12);
            AnswerComposer composer = new AnswerComposer(AnswerShape.PROSE, "");
            List<Draft.Clash.Side> sides = new ArrayList<>();
            for (Hit hit : ranking.hits().subList(0, 2)) {
                Citation citation = new Citation(hit, hit.passage().sentences().getFirst());
                composer.add(new DraftSentence(citation.words(), List.of(citation)), List.of(verdict(Support.FULL)));
                boolean isFirst = sides.isEmpty();
                sides.add(new Draft.Clash.Side("one", "", isFirst && isWithdrawn, List.of(citation)));
            }
            Draft.Clash clash = new Draft.Clash("the number", sides);
            return ((Answer.Cited) composer.answer(Optional.empty(), "", List.of(clash), 0.5)).disagreements();
        }
    }

    @Test
    void theShortAnswerHasTheFootnotesThatSupportItsOwnSentence() {
        try (Collection collection = Samples.collection(folder)) {
            Ranking ranking = new HybridRetriever(collection.index(), collection.embedder())
                    .retrieve(new Query("ferry bridge"), 12);
            List<Citation> both = ranking.hits().subList(0, 2).stream()
                    .map(hit -> new Citation(hit, hit.passage().sentences().getFirst()))
                    .toList();
            AnswerComposer composer = new AnswerComposer(AnswerShape.PROSE, "");
            composer.add(new DraftSentence("One.", both), List.of(verdict(Support.FULL), verdict(Support.NONE)));
            composer.add(new DraftSentence("Two.", List.of(both.getLast())), List.of(verdict(Support.FULL)));
            assertThat(composer.shortAnswer(Optional.of(new Draft.Short("one", both))))
                    .map(Answer.ShortAnswer::footnotes)
                    .hasValue(List.of(1));
        }
    }
}
