package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PronounResolutionTest {

    @TempDir
    private Path folder;

    private PronounResolution opening(String text, int at) throws IOException {
        Files.writeString(folder.resolve("a.md"), text);
        CorpusFile file = new CorpusFolder(folder).files().getFirst();
        Article article = new CorpusReader().read(file).toOptional().orElseThrow();
        return PronounResolution.of(article, article.sentences(), at);
    }

    @Test
    void aPersonWithoutDoubtIsNamedInBrackets() throws IOException {
        assertThat(opening("Shigeru Ishiba won the vote. He took office in October. Ishiba then left.", 1))
                .isEqualTo(new PronounResolution("He [Shigeru Ishiba] took office in October.", 0));
    }

    @Test
    void withTwoPossiblePersonsTheSentenceBeforeIsKept() throws IOException {
        assertThat(opening("Shigeru Ishiba beat Sanae Takaichi. He took office. Ishiba left, Takaichi came.", 1))
                .isEqualTo(new PronounResolution("He took office.", 1));
    }

    @Test
    void aThingIsExplainedByTheSentenceBefore() throws IOException {
        assertThat(opening("The council met in May. It agreed on a plan.", 1).sentencesBefore())
                .isEqualTo(1);
        assertThat(opening("The council met. This significant resistance came as a surprise.", 1)
                        .sentencesBefore())
                .isEqualTo(1);
    }

    @Test
    void aChainOfPronounsIsFollowedAShortWay() throws IOException {
        assertThat(opening("The council met in May. It agreed on a plan. It cost much. It failed.", 2)
                        .sentencesBefore())
                .isEqualTo(2);
        assertThat(opening("The council met in May. It agreed on a plan. It cost much. It failed.", 3)
                        .sentencesBefore())
                .isEqualTo(2);
    }

    @Test
    void aSentenceThatStandsAloneIsLeftAlone() throws IOException {
        assertThat(opening("The council met. The mayor spoke for an hour.", 1))
                .isEqualTo(new PronounResolution("The mayor spoke for an hour.", 0));
        assertThat(opening("It is a fine day. Nobody came.", 0).sentencesBefore())
                .isZero();
    }

    @Test
    void aPersonIsFollowedOverSentencesThatNameNobodyElse() throws IOException {
        String life = "Mara Lindqvist won the vote. She worked in a bank. She bought the mill. Lindqvist then left.";
        assertThat(opening(life, 2)).isEqualTo(new PronounResolution("She [Mara Lindqvist] bought the mill.", 0));
        String abroad =
                "Mara Lindqvist led Oster for a year. She sold the mill. Outside Oster she is unknown. Lindqvist wept.";
        assertThat(opening(abroad, 1).text()).isEqualTo("She [Mara Lindqvist] sold the mill.");
        String two = "Mara Lindqvist won. She met Otto Berg. She bought it. Lindqvist left, Berg came.";
        assertThat(opening(two, 2).text()).isEqualTo("She bought it.");
        String apart = "Mara Lindqvist won.\n\nShe worked in a bank.\n\nShe bought the mill. Lindqvist left.";
        assertThat(opening(apart, 2).text()).isEqualTo("She bought the mill.");
    }

    @Test
    void aSurnameAloneNamesAPersonOfTheArticle() throws IOException {
        String text = "In May Mara Lindqvist won the vote. Lindqvist grew up in Oster. She bought the mill.";
        assertThat(opening(text, 2)).isEqualTo(new PronounResolution("She [Lindqvist] bought the mill.", 0));
    }

    @Test
    void aPronounWithinASentenceIsNamedWhereNobodyElseCanBeMeant() throws IOException {
        String text = "Mara Lindqvist won the vote. On 10 May 2021 she left. Then Otto said she lied. Lindqvist wept.";
        assertThat(opening(text, 1)).isEqualTo(new PronounResolution("On 10 May 2021 she [Mara Lindqvist] left.", 0));
        assertThat(opening(text, 2).text()).isEqualTo("Then Otto said she lied.");
    }

    @Test
    void aNamedSubjectWithoutAnObjectIsWhatItRefersTo() throws IOException {
        assertThat(opening("The Oster Harbour Board was formed in 1950. Its first head drowned.", 1))
                .isEqualTo(new PronounResolution("Its [Oster Harbour Board] first head drowned.", 0));
        assertThat(opening("The Oster Harbour Board bought a mill. It burned down.", 1))
                .isEqualTo(new PronounResolution("It burned down.", 1));
        assertThat(opening("The head of the Oster Harbour Board was in Lund. It lost him.", 1)
                        .sentencesBefore())
                .isEqualTo(1);
    }
}
