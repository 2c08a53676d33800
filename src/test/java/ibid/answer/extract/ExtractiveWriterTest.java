package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.index.Collection;
import ibid.search.Ranking;
import ibid.search.parts.SubQuestions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractiveWriterTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection
                .with(
                        "ferry",
                        "Harbour Gazette",
                        "2025-03-03",
                        "The ferry Aurelia was sold to Bergen for two million crowns. Anna Berg, the harbour "
                                + "master, announced the sale on Monday. She had waited nine years for a buyer. "
                                + "Berg was relieved.")
                .with(
                        "bridge",
                        "Town Paper",
                        "2025-06-01",
                        "The new bridge opened on Sunday. Trams should never have been allowed on the bridge.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Draft draft(String question) {
        return Rankings.writer().draft(Rankings.of(collection, question));
    }

    private List<String> texts(String question) {
        return draft(question) instanceof Draft.Written written
                ? written.sentences().stream().map(DraftSentence::text).toList()
                : List.of();
    }

    @Test
    void quotesTheSentenceThatAnswers() {
        assertThat(texts("How much was the ferry Aurelia sold for?"))
                .first()
                .isEqualTo("The ferry Aurelia was sold to Bergen for two million crowns.");
    }

    @Test
    void everyCitationHoldsItsSentence() {
        Draft.Written written = (Draft.Written) draft("How much was the ferry Aurelia sold for?");
        assertThat(written.sentences())
                .allSatisfy(sentence ->
                        assertThat(sentence.citations().getFirst().words()).contains(sentence.text()));
    }

    @Test
    void aPronounIsResolvedVisibly() {
        assertThat(texts("How long had the harbour master waited nine years for a buyer?"))
                .anyMatch(text -> text.equals("She [Anna Berg] had waited nine years for a buyer."));
    }

    @Test
    void aDayThatNoSentenceTellsIsNotAnsweredByTheEvent() {
        collection.with(
                "quay", "Desk", "2025-02-02", "The pilot Olof Strand warned that the quay of Lyngby would sink.");
        collection.update();
        assertThat(draft("When did Olof Strand warn of the quay?")).isInstanceOf(Draft.Nothing.class);
        assertThat(texts("When did the new bridge open?")).first().isEqualTo("The new bridge opened on Sunday.");
    }

    @Test
    void aPlaceThatNoSentenceTellsIsNotAnsweredByTheThing() {
        collection.with("quay", "Desk", "2025-02-02", "The pilots' guild published the tide book. Its lid is oak.");
        collection.update();
        assertThat(draft("Where is the guild based that published the tide book?"))
                .isInstanceOf(Draft.Nothing.class);
    }

    @Test
    void anOpinionIsGivenToItsPublisher() {
        assertThat(texts("Should trams have been allowed on the bridge?"))
                .anyMatch(text ->
                        text.equals("Town Paper, 1 June 2025: “Trams should never have been allowed on the bridge.”"));
    }

    @Test
    void anUnmentionedNameIsReported() {
        assertThat(draft("What did Kylie Minogue do?"))
                .isEqualTo(new Draft.Nothing("The articles do not mention Kylie Minogue.", Optional.empty(), 0));
    }

    @Test
    void aQuestionMostOfWhoseWordsAreUnknownIsNotAnswered() {
        assertThat(draft("how do i renew my passport in town"))
                .isEqualTo(new Draft.Nothing(
                        "The articles do not mention renew or passport or town.", Optional.empty(), 0));
        assertThat(draft("How expensive was the ferry Aurelia?")).isInstanceOf(Draft.Written.class);
    }

    @Test
    void ofTwoThingsTheKnownOneIsAnsweredAndTheOtherNamed() {
        assertThat(draft("Was the ferry Aurelia sold to Bergen or Zanzibar?"))
                .isInstanceOfSatisfying(Draft.Written.class, written -> {
                    assertThat(written.missing()).isEqualTo("The articles do not mention Zanzibar.");
                    assertThat(written.sentences()).isNotEmpty();
                });
    }

    @Test
    void keywordsAreATopicNotAQuestion() {
        assertThat(texts("bergen ferry price"))
                .first()
                .isEqualTo("The ferry Aurelia was sold to Bergen for two million crowns.");
        assertThat(draft("bergen ferry price").toString()).contains("The articles do not mention price.");
        assertThat(draft("bridge opening").toString())
                .contains("The new bridge opened")
                .doesNotContain("do not mention");
        assertThat(draft("zeppelin timetable"))
                .isEqualTo(
                        new Draft.Nothing("The articles do not mention zeppelin or timetable.", Optional.empty(), 0));
    }

    @Test
    void whatHasNothingToDoWithTheArticlesIsNotAnswered() {
        assertThat(draft("which wine goes with roast duck")).isInstanceOf(Draft.Nothing.class);
    }

    private static SubQuestions questions(List<String> parts) {
        return new SubQuestions(
                String.join(" ", parts),
                parts.stream().map(part -> new SubQuestions.Part(part, part)).toList(),
                Optional.empty());
    }

    /** Each part of a question finds and cites it in a separate search. */
    @Test
    void aSentenceThatAnswersTwoPartsIsShownOnce() {
        List<String> parts =
                List.of("How much was the ferry Aurelia sold for?", "Where was the ferry Aurelia sold to?");
        List<Ranking> rankings =
                parts.stream().map(part -> Rankings.of(collection, part)).toList();
        Draft draft = Rankings.writer().draft(questions(parts), rankings);
        assertThat(((Draft.Written) draft).sentences().stream().map(DraftSentence::text))
                .contains("The ferry Aurelia was sold to Bergen for two million crowns.")
                .doesNotHaveDuplicates();
    }
}
