package ibid.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Imprint;
import ibid.article.Note;
import ibid.language.Span;
import ibid.read.TestArticles;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextFormatTest {

    /** A page saved as text, in the style of a news site; fictional. */
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

            The ferry Aurelia has been sold to a company from Bergen for two million crowns, the harbour office said \
            on Monday. She was built in 1998 and has never carried a passenger.

            The ferry that never sailed finds a buyer

            © harbour.example

            Why she stayed in port

            The yard had fitted engines that the insurers refused to accept, and the town could not pay for others. \
            Nobody was to blame, the mayor said, but everybody was late.

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
        return TestArticles.read("a.txt", text);
    }

    @Test
    void keepsTheRunningTextOfAPageAndNothingElse() {
        Article article = read(PAGE);
        assertThat(article.text().value())
                .startsWith("The ferry Aurelia has been sold")
                .endsWith("everybody was late.")
                .doesNotContain("bakery", "READ ALSO", "lighthouse keeper", "©", "No Result");
        assertThat(article.blocks())
                .extracting(Block::kind)
                .containsExactly(Block.Kind.PARAGRAPH, Block.Kind.HEADING, Block.Kind.PARAGRAPH);
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
            The council met in May and agreed on a plan.[1] It will cost 40 million crowns. The mayor [2] called that \
            cheap.
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
        assertThat(article.text().value())
                .startsWith("The old ferry was sold on Monday to a company from a town in the north, which");
    }

    private static Article plain(String text) {
        return TestArticles.read("a.txt", text);
    }

    @Test
    void aTextWithoutMenusKeepsItsListsTablesAndShortLines() {
        Article article = plain("""
                What the accord says

                The accord that the ministers signed on Monday has four parts, and each takes effect at once.

                - Open the gate by 1 March
                - Pay the guards

                1. First numbered point

                Norland | 14 | 6

                Q: Were you afraid?

                A: No.

                Q: Did you think of leaving?

                A: No.

                The ministers will meet again in the spring to look at what has been done, the text says.
                """);
        assertThat(article.imprint().title()).isEqualTo("What the accord says");
        assertThat(article.text().value())
                .contains(
                        "Open the gate by 1 March",
                        "Pay the guards",
                        "1. First numbered point",
                        "Norland | 14 | 6",
                        "meet again in the spring")
                .containsPattern("(?s)A: No\\..*A: No\\.");
        assertThat(article.blocks()).extracting(Block::kind).contains(Block.Kind.ITEM, Block.Kind.ROW);
    }

    @Test
    void listsAndTablesInAPageSavedAsTextStay() {
        Article article = plain(PAGE.replace(
                "Why she stayed in port\n",
                "Key dates\n2019: built\n2022: laid up\n\nCountry Ferries Share\nNorland "
                        + "21 50%\nSudland 19 45%\n\nWhy she stayed in port\n"));
        assertThat(article.text().value())
                .contains("Key dates", "2019: built", "Country Ferries Share", "Norland 21 50%", "everybody was late.")
                .doesNotContain("bakery", "EDITOR");
    }

    @Test
    void textWrappedAtAnyWidthIsPutTogether() {
        Article article = plain("""
                THE PRICE OF A GATE

                by Vera Holm

                   The two ministers agreed to
                reopen the border crossing before
                the end of winter, officials of the
                Indo-
                Pacific office said on a well-
                known day.
                   Traders on both sides had waited
                for years, and the well-known deci-
                sion still has to pass parliament.
                """);
        assertThat(article.text().value())
                .isEqualTo("The two ministers agreed to reopen the border crossing before "
                        + "the end of winter, officials of the Indo-Pacific office said "
                        + "on a well-known day."
                        + "\n\nTraders on both sides had waited for years, and "
                        + "the well-known decision still has to pass parliament.");
        assertThat(article.imprint().author()).isEqualTo("Vera Holm");
        assertThat(article.imprint().title()).isEqualTo("THE PRICE OF A GATE");
    }

    @Test
    void notesInAListAtTheEndAreTiedToTheFiguresThatCallThem() {
        for (String call : new String[] {"said.1 Traders", "said.¹ Traders", "said.(1) Traders"}) {
            Article article = plain("The price of a gate\n\nVera Holm, 12 September 2024\n\nThe two "
                    + "ministers agreed to reopen the crossing before the end of winter,"
                    + " officials "
                    + call
                    + " waited for three years and grew poor over it.\n\nNotes\n\n1. "
                    + "Customs Board, Annual Report 2023, p. 14.\n");
            assertThat(article.notes())
                    .as(call)
                    .singleElement()
                    .satisfies(note -> assertThat(note.text()).isEqualTo("Customs Board, Annual Report 2023, p. 14."));
            assertThat(article.sentences().stream()
                            .filter(sentence -> !article.notesIn(sentence).isEmpty())
                            .map(article.text()::slice))
                    .singleElement()
                    .asString()
                    .endsWith("officials said.");
            assertThat(article.imprint())
                    .satisfies(imprint -> assertThat(imprint.author()).isEqualTo("Vera Holm"))
                    .satisfies(imprint -> assertThat(imprint.published()).isEqualTo("2024-09-12"));
        }
    }

    @Test
    void aNumberedListThatNothingCallsIsAList() {
        Article article = plain("What to do\n\nThe ministers gave three reasons, and all of them are "
                + "old ones, as everybody knows.\n\n1. The first reason.\n\n2. The second "
                + "reason.\n");
        assertThat(article.notes()).isEmpty();
        assertThat(article.text().value()).endsWith("1. The first reason.\n\n2. The second reason.");
    }
}
