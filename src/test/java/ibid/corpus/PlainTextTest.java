package ibid.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    /** A page saved as text, in the manner of a news site; every word of it made up. */
    private static final String PAGE = """
            • Home
              • World
            Tuesday, March 4, 2025
            Harbour Gazette
            No Result
            View All Result
            Home World

            The ferry that never sailed finds a buyer

            March 3, 2025
            in World

            READ ALSO

            Singer opens bakery in old lighthouse

            Ten ways to fold a map

            The ferry Aurelia has been sold to a company from Bergen for two million crowns, the harbour office said on Monday. She was built in 1998 and has never carried a passenger.

            The ferry that never sailed finds a buyer

            © harbour.example

            Why she stayed in port

            The yard had fitted engines that the insurers refused to accept, and the town could not pay for others. Nobody was to blame, the mayor said, but everybody was late.

            Related Posts

            Singer opens bakery in old lighthouse
            World

            Singer opens bakery in old lighthouse

            March 2, 2025
            EDITOR'S PICK

            An old lighthouse keeper has passed away on the island.

            Ten ways to fold a map

            © 2025 Harbour Gazette

            No Result
            View All Result
            """;

    private static Article read(String text) {
        return Typesetter.set(new ArticleId("a"), "a.txt", "00", PlainText.read(text));
    }

    @Test
    void keepsTheRunningTextOfAPageAndNothingElse() {
        Article article = read(PAGE);
        assertThat(article.text().value()).startsWith("The ferry Aurelia has been sold").endsWith("everybody was late.")
                .doesNotContain("bakery", "READ ALSO", "lighthouse keeper", "©", "No Result");
        assertThat(article.blocks()).extracting(Block::kind).containsExactly(Block.Kind.PARAGRAPH, Block.Kind.HEADING, Block.Kind.PARAGRAPH);
    }

    @Test
    void recognisesTitlePublisherAndDate() {
        Imprint imprint = read(PAGE).imprint();
        assertThat(imprint.title()).isEqualTo("The ferry that never sailed finds a buyer");
        assertThat(imprint.publisher()).isEqualTo("Harbour Gazette");
        assertThat(imprint.published()).isEqualTo("2025-03-03");
        assertThat(imprint.basis()).isEqualTo(Imprint.DateBasis.STATED);
    }

    @Test
    void whatWasTakenOutCanBeInspected() {
        assertThat(read(PAGE).removed()).contains("READ ALSO", "Ten ways to fold a map", "• Home");
    }

    private static final String WITH_NOTES = """
            The council met in May and agreed on a plan.[1] It will cost 40 million crowns. The mayor [2] called that cheap.
            A second plan was dropped.[1] Nobody asked why.[9]
            [1] A. Writer, “The plan”, Town Paper, https://town.example/plan, (Access Date: 03.06.2024).
            [2] Interview with the mayor, 1 June 2024.
            """;

    @Test
    void notesAreTiedToTheSentencesThatCarryTheirMarks() {
        Article article = read(WITH_NOTES);
        List<Span> sentences = article.sentences();
        assertThat(article.text().value()).doesNotContain("[");
        assertThat(article.notesIn(sentences.get(0))).extracting(Note::label).containsExactly("1");
        assertThat(article.notesIn(sentences.get(1))).isEmpty();
        assertThat(article.notesIn(sentences.get(2))).extracting(Note::label).containsExactly("2");
        assertThat(article.notesIn(sentences.get(3))).extracting(Note::label).containsExactly("1");
        assertThat(article.notes().getFirst().url()).isEqualTo("https://town.example/plan");
    }

    @Test
    void aMarkWithoutANoteGoesToo() {
        assertThat(read(WITH_NOTES).text().value()).endsWith("Nobody asked why.");
    }

    @Test
    void withoutADateTheLastAccessToASourceGivesOne() {
        Imprint imprint = read(WITH_NOTES).imprint();
        assertThat(imprint.published()).isEqualTo("2024-06-03");
        assertThat(imprint.basis()).isEqualTo(Imprint.DateBasis.NOTES);
    }

    @Test
    void withoutATitleTheOpeningWordsServe() {
        assertThat(read(WITH_NOTES).imprint().title()).isEqualTo("The council met in May and agreed on a plan …");
    }

    @Test
    void linesWrappedByHandAreOneParagraph() {
        Article article = read("""
                The old ferry was sold on Monday to a company from a town
                in the north, which means to turn it into a hotel for the
                summer guests.

                It was the end of a long story.
                """);
        assertThat(article.blocks()).hasSize(2);
        assertThat(article.text().value()).startsWith("The old ferry was sold on Monday to a company from a town in the north, which");
    }
}
