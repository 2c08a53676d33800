package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.collection.CollectionWriter;
import ibid.answer.extract.Caution;
import ibid.answer.extract.ExtractiveWriter;
import ibid.answer.rank.SentenceRanker;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.Imprint;
import ibid.article.Note;
import ibid.ask.Answer;
import ibid.ask.Ask;
import ibid.ask.ExtractiveAuthor;
import ibid.ask.UserQuestion;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real articles through all steps, if their folder exists: one with its own notes, one with two thirds navigation.
 */
@EnabledIf(value = "there", disabledReason = "../shared/seeds is not there")
class SeedsTest {

    private static final Path SEEDS = Path.of("../shared/seeds");

    /** A question, and words that are only in the sentence that answers it. */
    private static final Map<String, String> ONE_SENTENCE = Map.ofEntries(
            Map.entry("How many troops does Gerasimov say are deployed in the region?", "400,000"),
            Map.entry("Where is NSATU headquartered?", "Wiesbaden"),
            Map.entry("How many people work for NSATU?", "700"),
            Map.entry("Who is the Russian defence minister who spoke of a war with NATO?", "Belousov"),
            Map.entry("For which institute did Ishiba write an article?", "Hudson"),
            Map.entry("What did the Malaysian foreign minister say about NATO?", "NATO in ASEAN"),
            Map.entry("What did the Jakarta Post warn?", "highly offensive"),
            Map.entry("When was the Quad revived?", "2017"),
            Map.entry("What does the 5-4-3-2 formula mean?", "Five Eyes"),
            Map.entry("Who was Indo-Pacific coordinator under Biden?", "Campbell"),
            Map.entry("Why was NATO founded in 1949?", "Soviet Union"),
            Map.entry("Which country sent a carrier strike group to the Asia-Pacific?", "France"),
            Map.entry("Does any Asian country recognise Taiwan diplomatically?", "formal diplomatic relations"),
            Map.entry("What did Iwaya say about the initiative?", "medium to long term"),
            Map.entry("What is India's position on alliances?", "non-alignment"),
            Map.entry("What has the US supplied to Indonesia and Taiwan?", "fighter jets"),
            Map.entry("Why is a NATO role in coordinating aid seen as a precaution?", "precaution"),
            Map.entry("Who was Japan's first female prime minister?", "Takaichi"),
            Map.entry(
                    "How did Moscow describe US arms for Taipei and naval activity in the Taiwan Strait?",
                    "provocations"),
            Map.entry("Can Japan fully exercise collective self-defence?", "collective self-defense"));

    @TempDir
    private static Path folder;

    private static CrossEncoder model;
    private static OnnxEmbedder embedder;
    private static PassageIndex index;
    private static Catalogue catalogue;
    private static Ask ask;

    static boolean there() {
        return Files.isDirectory(SEEDS);
    }

    @BeforeAll
    static void read() {
        model = new CrossEncoder();
        embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
        catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
        index = new PassageIndex(folder.resolve("index"), catalogue);
        VectorStore vectors =
                new VectorStore(catalogue, "m", OnnxModel.BGE_SMALL.dimension(), embedder.passages()::embedPassage);
        new Indexer(new CorpusFolder(SEEDS), index, vectors).run(false, (done, total, what) -> {});
        HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
        ExtractiveWriter writer = new ExtractiveWriter(SentenceRanker.with(model), Caution.USUAL);
        SuggestedQuestions suggestions = new SuggestedQuestions(retriever, writer, index);
        ask = new Ask(
                retriever,
                new ExtractiveAuthor(writer, new Verifier(model), suggestions),
                new CollectionWriter(index, retriever, writer));
    }

    @AfterAll
    static void close() {
        catalogue.close();
        index.close();
        embedder.close();
        model.close();
    }

    private static Article article(String id) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.article(new ArticleId(id)).orElseThrow();
        }
    }

    @Test
    void theNotedArticleComesInWithItsNotesTiedToTheirSentences() {
        Article article = article("000-437a80b5a1989246-txt");
        assertThat(article.imprint().published()).isEqualTo("2024-12-21");
        assertThat(article.imprint().basis()).isEqualTo(Imprint.DateBasis.NOTES);
        assertThat(article.notes()).extracting(Note::label).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(article.notes())
                .allSatisfy(note -> assertThat(note.anchors()).hasSize(1))
                .allSatisfy(note -> assertThat(note.url()).startsWith("https://"));
        String third = article.sentences().stream()
                .filter(sentence -> article.notesIn(sentence).stream()
                        .anyMatch(note -> note.label().equals("3")))
                .map(article.text()::slice)
                .findFirst()
                .orElseThrow();
        assertThat(third).contains("Gerasimov").endsWith("primary adversaries.");
        assertThat(article.text().value()).doesNotContain("[").doesNotContain("Access Date");
    }

    @Test
    void theScrapedArticleComesInWithoutItsNavigation() {
        Article article = article("002-6f8e46dbfe94e3d3-txt");
        assertThat(article.imprint().title()).startsWith("The “excellence and poverty”");
        assertThat(article.imprint().publisher()).isEqualTo("Wales Union News");
        assertThat(article.imprint().published()).isEqualTo("2025-11-08");
        assertThat(article.text().value())
                .startsWith("Before the country's first female prime minister")
                .endsWith("aversion to external intervention.")
                .doesNotContain("Minogue", "READ ALSO", "Related Posts", "EDITOR", "©", "No Result", "Saturn");
        assertThat(article.removed()).contains("READ ALSO", "Related Posts", "EDITOR'S PICK");
    }

    @Test
    void theSentenceThatAnswersIsQuotedFirstOrSecond() {
        List<String> missed = ONE_SENTENCE.entrySet().stream()
                .filter(entry -> !(ask.answer(new UserQuestion(entry.getKey()), event -> {})
                                        .answer()
                                instanceof Answer.Cited cited
                        && cited.sentences().stream()
                                .limit(2)
                                .anyMatch(sentence -> sentence.text().contains(entry.getValue()))))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(missed).as("of %d", ONE_SENTENCE.size()).hasSizeLessThanOrEqualTo(ONE_SENTENCE.size() * 15 / 100);
    }

    @Test
    void navigationAnswersNothing() {
        for (String question : List.of(
                "What did Kylie Minogue do?",
                "what did kylie minogue do",
                "How many passengers did the Australian plane carry?",
                "What does Google want to build on Christmas Island?")) {
            assertThat(ask.answer(new UserQuestion(question), event -> {}).answer())
                    .as(question)
                    .isInstanceOf(Answer.Abstained.class);
        }
    }
}
