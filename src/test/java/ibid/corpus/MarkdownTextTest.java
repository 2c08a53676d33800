package ibid.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    private static Article read(String markdown) {
        return Typesetter.set(new ArticleId("a"), "a.md", "00", MarkdownText.read(markdown));
    }

    private static final String ARTICLE = """
            ---
            title: "The ferry: a history"
            author: Anna Berg
            publisher: Harbour Gazette
            published: 2025-03-03
            language: en
            topics: [ferries, ports]
            ---

            The ferry *Aurelia* was [sold](https://x.example) on **Monday**.[^1] She
            was built in 1998.

            ## A long wait

            > Nobody is to blame.

            - First she was built.
            - Then she waited.[^b]

            ![a picture](x.png)

            [^1]: Harbour office, 3 March 2025, <https://harbour.example/s>.
            [^b]: The [register](https://register.example/7) of ships.
            """;

    @Test
    void readsFrontMatter() {
        assertThat(read(ARTICLE).imprint()).isEqualTo(new Imprint("The ferry: a history", "Anna Berg", "Harbour Gazette", "2025-03-03", Imprint.DateBasis.STATED, "", "en", java.util.List.of("ferries", "ports")));
    }

    @Test
    void canonicalTextIsPlainWordsInBlocks() {
        assertThat(read(ARTICLE).text().value()).isEqualTo("""
                The ferry Aurelia was sold on Monday. She was built in 1998.

                A long wait

                Nobody is to blame.

                First she was built.

                Then she waited.""");
    }

    @Test
    void footnotesStandWhereTheirMarksStood() {
        Article article = read(ARTICLE);
        assertThat(article.notes()).extracting(Note::label).containsExactly("1", "b");
        assertThat(article.notes().get(0).url()).isEqualTo("https://harbour.example/s");
        assertThat(article.notes().get(1).text()).isEqualTo("The register (https://register.example/7) of ships.");
        assertThat(article.notes().get(0).anchors()).containsExactly("The ferry Aurelia was sold on Monday.".length());
    }

    @Test
    void theFirstHeadingIsTheTitleWhereNoneIsGiven() {
        Article article = read("# Ferry sold\n\nThe ferry was sold on Monday.\n");
        assertThat(article.imprint().title()).isEqualTo("Ferry sold");
        assertThat(article.text().value()).isEqualTo("The ferry was sold on Monday.");
    }

    @Test
    void aDateThatIsNoneIsToldWithTheMend() {
        assertThatThrownBy(() -> MarkdownText.read("---\ntitle: x\npublished: soon\n---\nText.")).isInstanceOf(IbidException.class).hasMessageContaining("write it as 2024-10-01");
    }

    @Test
    void brokenFrontMatterIsTold() {
        assertThatThrownBy(() -> MarkdownText.read("---\ntitle: [x\n---\nText.")).isInstanceOf(IbidException.class).hasMessageContaining("not YAML");
    }
}
