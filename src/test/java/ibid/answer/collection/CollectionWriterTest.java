package ibid.answer.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import ibid.search.HybridRetriever;
import ibid.search.SearchFilters;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts, lists and summaries of a small collection about a harbour, every word of it made up. */
class CollectionWriterTest {

    private static final LocalDate TODAY = LocalDate.parse("2025-11-29");

    @TempDir
    private Path folder;

    private Collection collection;
    private CollectionWriter writer;

    @BeforeEach
    void open() {
        collection = new Collection(folder)
                .with("ferry.md", """
                ---
                title: "The ferry that never sailed"
                author: "Anna Berg"
                publisher: "Harbour Gazette"
                published: 2025-03-03
                ---

                The ferry Aurelia was sold to Bergen for two million crowns on Monday.[^1] Nobody wept.

                ## Why she stayed

                She never had a licence. The insurers refused the engines because nobody had tested the engines at sea.

                ## What comes next

                The harbour council will use the berth of the ferry for fishing boats from May.

                [^1]: Reuters, report on the sale of the ferry, 3 March 2025.
                """)
                .with(
                        "bridge",
                        "Town Paper",
                        "2025-08-01",
                        "The new bridge [the third] opened on Sunday with a parade. The Alma bridge is to have a staff "
                                + "of about 40 keepers.")
                .with(
                        "keepers",
                        "Evening Wire",
                        "2025-10-04",
                        "The town council met again on Tuesday evening. The Alma bridge is to have a staff of about "
                                + "400 keepers.")
                .with("undated.md", "# Gulls over the pier\n\nGulls took three hundred herrings from the pier.\n");
        collection.update();
        HybridRetriever retriever = new HybridRetriever(collection.index(), collection.embedder());
        writer = new CollectionWriter(collection.index(), retriever, Rankings.writer());
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Draft.Extracted draft(String question, SearchFilters filters) {
        return writer.draft(question, filters, TODAY).orElseThrow().draft();
    }

    private Draft.Written written(String question) {
        return (Draft.Written) draft(question, SearchFilters.NONE);
    }

    private static String brief(Draft.Written draft) {
        return draft.shortAnswer().orElseThrow().text();
    }

    private static List<String> articles(Draft.Written draft) {
        return draft.sentences().stream()
                .map(row -> row.citations().getFirst().hit().article().id().value())
                .toList();
    }

    private static List<String> labels(Draft.Written draft) {
        return draft.sentences().stream().map(row -> row.details().label()).toList();
    }

    private static List<String> texts(Draft.Written draft) {
        return draft.sentences().stream().map(DraftSentence::text).toList();
    }

    private String missing(String question) {
        return ((Draft.Nothing) draft(question, SearchFilters.NONE)).missing();
    }

    @Test
    void namesAnArticleOfWhichOnlyThePublisherIsTold() {
        List<String> questions = List.of(
                "When was the article in Harbour Gazette published?",
                "Who wrote the Harbour Gazette article?",
                "What is the title of the article from Harbour Gazette?");
        for (String question : questions) {
            assertThat(brief(written(question)))
                    .as(question)
                    .contains("The ferry that never sailed", "Harbour Gazette", "3 March 2025");
        }
    }

    @Test
    void countsTheArticlesAndQuotesTheOldestAndTheNewest() {
        Draft.Written draft = written("How many articles are there?");
        assertThat(brief(draft)).isEqualTo("4 articles, from 3 March 2025 to 4 October 2025");
        assertThat(articles(draft)).containsExactly("ferry", "keepers");
        assertThat(draft.shape()).isEqualTo(AnswerShape.COLLECTION);
    }

    @Test
    void everyRowQuotesAWholeSentenceOfItsArticle() {
        for (String question :
                List.of("List the articles", "Which outlets are there?", "What is the latest article?")) {
            for (DraftSentence row : written(question).sentences()) {
                assertThat(row.citations())
                        .allSatisfy(one -> assertThat(one.words()).isEqualTo(row.text()));
            }
        }
    }

    @Test
    void countsOnlyWhatTheFiltersAdmit() {
        LocalDate august = LocalDate.parse("2025-08-01");
        Draft.Written draft = (Draft.Written) draft("How many articles are there?", SearchFilters.NONE.asOf(august));
        assertThat(brief(draft)).startsWith("2 articles, from 3 March 2025 to 1 August 2025");
        SearchFilters town = new SearchFilters(List.of("Town Paper"), List.of(), LocalDate.MIN, LocalDate.MAX);
        assertThat(brief((Draft.Written) draft("How many articles do you have?", town)))
                .startsWith("1 article");
        assertThat(draft("articles from Evening Wire", town)).isInstanceOf(Draft.Nothing.class);
    }

    @Test
    void aRemovedArticleIsNotCounted() {
        collection.without("ferry.md").update();
        assertThat(brief(written("How many articles are there?"))).startsWith("3 articles");
        assertThat(missing("Which articles mention the ferry?"))
                .isEqualTo("The collection has no articles that mention “ferry”.");
    }

    @Test
    void quotesTheSentenceThatMentionsWhatIsAskedFor() {
        Draft.Written draft = written("Which articles mention the insurers?");
        assertThat(brief(draft)).isEqualTo("1 article that mentions “insurers”");
        assertThat(texts(draft))
                .containsExactly("The insurers refused the engines because nobody had tested the engines at sea.");
    }

    @Test
    void listsTheNewestFirstAndThoseWithoutADateLast() {
        assertThat(articles(written("List the articles"))).containsExactly("keepers", "bridge", "ferry", "undated");
        assertThat(articles(written("What is the oldest article?"))).containsExactly("ferry");
        assertThat(brief(written("What is the newest article?")))
                .isEqualTo("“About keepers”, Evening Wire, 4 October 2025");
    }

    @Test
    void namesOutletsAndAuthorsWithHowManyArticlesTheyHave() {
        assertThat(brief(written("Which outlets are there?")))
                .isEqualTo("3 outlets: Evening Wire (1), Harbour Gazette (1), Town Paper (1)");
        assertThat(brief(written("Who wrote the articles?"))).isEqualTo("1 author: Anna Berg (1)");
        assertThat(articles(written("What did Anna Berg write?"))).containsExactly("ferry");
    }

    @Test
    void saysThatNothingIsNewAndShowsTheNewest() {
        Draft.Written draft = written("What is new this week?");
        assertThat(draft.missing())
                .isEqualTo("The collection has no articles from 24 November 2025 to 30 November 2025.");
        assertThat(labels(draft)).containsExactly("The newest there is: “About keepers”, Evening Wire, 4 October 2025");
        assertThat(brief(written("What is new since 1 June 2025?"))).isEqualTo("2 articles of 1 June 2025 or later");
    }

    @Test
    void summarisesOneArticleBySections() {
        Draft.Written draft = written("Summarise the article about the ferry that never sailed");
        assertThat(articles(draft)).containsOnly("ferry");
        assertThat(labels(draft))
                .containsExactly(
                        "“The ferry that never sailed”, Harbour Gazette, 3 March 2025",
                        "Why she stayed",
                        "What comes next");
        assertThat(texts(draft)).noneMatch(text -> text.startsWith("She ")); // who she is stands elsewhere
    }

    @Test
    void summarisesOnlyWhatTheNamedOutletPublished() {
        collection.with("more", "Evening Wire", "2025-08-01", "The harbour bridge was closed again for two days.");
        collection.update();
        assertThat(articles(written("Summarise the Town Paper article on the bridge")))
                .containsOnly("bridge");
        assertThat(articles(written("What does the Evening Wire article about the bridge say?")))
                .doesNotContain("bridge");
    }

    @Test
    void aTitleAloneIsSummarisedAndOtherWordsAreNot() {
        assertThat(articles(written("Give me a summary of “The ferry that never sailed”")))
                .containsOnly("ferry");
        assertThat(writer.draft("Summarise the dispute about the ferry", SearchFilters.NONE, TODAY))
                .isEmpty();
        assertThat(writer.draft("Who sold the ferry?", SearchFilters.NONE, TODAY))
                .isEmpty();
    }

    @Test
    void showsFiguresThatContradictEachOther() {
        Draft.Written draft = written("What do the sources disagree about regarding the keepers?");
        assertThat(brief(draft)).isEqualTo("1 disagreement");
        assertThat(articles(draft)).containsExactly("keepers", "bridge");
        assertThat(missing("What do the sources disagree about regarding the herrings?"))
                .contains("no figures on “herrings” that contradict each other");
    }

    @Test
    void listsCorrectionsByTitleAndByTheArticlesOwnNotices() {
        assertThat(missing("What was corrected?")).isEqualTo("I found no correction.");
        collection
                .with(
                        "erratum.md",
                        "# Correction: the Aurelia went for three millions\n\nThe Harbour Gazette gave a wrong "
                                + "price for the ferry Aurelia in March.\n")
                .with(
                        "tram",
                        "Town Paper",
                        "2025-09-01",
                        "The tram line will open in May.\n\nCorrection: an earlier "
                                + "version of this article gave a wrong month for the opening.")
                .update();
        Draft.Written draft = written("Which articles were corrected?");
        assertThat(brief(draft)).isEqualTo("2 corrections");
        assertThat(articles(draft)).containsExactly("tram", "erratum");
        assertThat(texts(draft)).anyMatch(text -> text.contains("gave a wrong month"));
        assertThat(articles(written("What did the Town Paper correct?"))).containsExactly("tram");
    }

    @Test
    void aRetractionAndACorrigendumAreCorrections() {
        collection
                .with("gone", "Wire", "2025-10-01", "Retraction: the report on the herring quota was invented.")
                .with(
                        "note.md",
                        "---\ntitle: \"Corrigendum: the price of the tram\"\npublished: 2025-10-02\n---\n\n"
                                + "Our article of 1 September gave a wrong price for the tram.\n")
                .update();
        assertThat(articles(written("What was corrected?"))).containsExactly("note", "gone");
    }

    @Test
    void namesTheAgencyThatAnArticleNamesInItsOwnNotes() {
        Draft.Written draft = written("Which news agency is the source for the sale of the ferry?");
        assertThat(brief(draft)).isEqualTo("Reuters");
        assertThat(texts(draft))
                .containsExactly("The ferry Aurelia was sold to Bergen for two million crowns on Monday.");
    }

    @Test
    void aLabelNeverLooksAsIfItHadFootnotes() {
        collection.with("marked.md", "# A title [1] with a mark\n\nThe pier was painted white by six volunteers.\n");
        collection.update();
        assertThat(labels(written("List the articles"))).allMatch(label -> !label.contains("["));
    }

    @Test
    void articlesThatBeginAlikeShareARow() {
        collection.with("copy.md", "# Gulls again\n\nGulls took three hundred herrings from the pier.\n");
        collection.update();
        Draft.Written draft = written("Which articles mention herrings?");
        assertThat(brief(draft)).startsWith("2 articles");
        assertThat(draft.sentences()).hasSize(1);
        assertThat(draft.sentences().getFirst().citations()).hasSize(2);
    }
}
