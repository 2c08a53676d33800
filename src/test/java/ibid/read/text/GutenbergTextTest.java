package ibid.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.read.TestArticles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Books of Project Gutenberg as plain text. */
class GutenbergTextTest {

    @Test
    void theHeaderAndLicenceOfProjectGutenbergAreNoText() {
        String text = """
                \uFEFFThe Project Gutenberg eBook of The Ferry

                This ebook is for the use of anyone anywhere, at no cost.

                Title: The Ferry
                       and Other Tales

                Author: Ida Example

                Release Date: May 1, 2008 [eBook #99999]

                %s

                Produced by Vera Holm and others
                from pictures of the pages

                The ferry left the quay at noon, as it had done on every day of that year.

                %s

                Updated editions will replace the previous one; the old editions will be renamed.
                """;
        for (String name :
                List.of("THE PROJECT GUTENBERG EBOOK THE FERRY ***", "THIS PROJECT GUTENBERG EBOOK\nFERRY ***")) {
            Article article = TestArticles.read("a.txt", text.formatted("*** START OF " + name, "*** END OF " + name));
            assertThat(article.text().value())
                    .isEqualTo("The ferry left the quay at noon, as it had done on every day of that year.");
            assertThat(article.imprint())
                    .satisfies(imprint -> assertThat(imprint.title()).isEqualTo("The Ferry and Other Tales"))
                    .satisfies(imprint -> assertThat(imprint.author()).isEqualTo("Ida Example"))
                    .satisfies(imprint -> assertThat(imprint.published()).isEmpty());
            assertThat(article.annotations().removed())
                    .contains(
                            "Title: The Ferry",
                            "Updated editions will replace the previous one; the old editions will be renamed.");
        }
    }

    @Test
    void anArticleAboutProjectGutenbergKeepsItsText() {
        String about =
                "End of Project Gutenberg is near, the volunteers said on Monday, and nobody believed them at first.";
        assertThat(TestArticles.read(
                                "a.txt", "A library closes\n\n" + about + "\n\n" + about.replace("Monday", "Tuesday"))
                        .text()
                        .value())
                .contains(about);
    }
}
