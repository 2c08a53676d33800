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
}
