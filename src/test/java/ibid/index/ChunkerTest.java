package ibid.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.article.Article;
import ibid.language.Span;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkerTest {

    @TempDir
    private Path folder;

    private Article article(String markdown) throws IOException {
        Files.writeString(folder.resolve("a.md"), markdown);
        CorpusFile file = new CorpusFolder(folder).files().getFirst();
        return new CorpusReader().read(file).toOptional().orElseThrow();
    }

    private static String sentence(int words) {
        return "Quay" + IntStream.range(1, words).mapToObj(i -> " quay").collect(Collectors.joining()) + ".";
    }

    @Test
    void aShortArticleIsOnePassage() throws IOException {
        Article article = article("One sentence here. Another there.\n\nA third in its own paragraph.");
        assertThat(Chunker.chunk(article)).singleElement().satisfies(passage -> {
            assertThat(passage.sentences()).hasSize(3);
            assertThat(passage.id()).hasToString("a#0");
        });
    }

    @Test
    void aPassageNeverCrossesAHeading() throws IOException {
        Article article = article(sentence(40) + "\n\n## Second part\n\n" + sentence(40));
        assertThat(Chunker.chunk(article)).extracting(Passage::heading).containsExactly("", "Second part");
    }

    @Test
    void closesAtAParagraphOnceLongEnough() throws IOException {
        Article article = article(sentence(75) + "\n\n" + sentence(75) + "\n\n" + sentence(75));
        assertThat(Chunker.chunk(article)).hasSize(3);
    }

    @Test
    void aShortRestJoinsThePassageBefore() throws IOException {
        Article article = article(sentence(75) + "\n\n" + sentence(5));
        assertThat(Chunker.chunk(article))
                .singleElement()
                .satisfies(passage -> assertThat(passage.sentences()).hasSize(2));
    }

    @RepeatedTest(40)
    void passagesHoldEverySentenceOnceInOrder(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder markdown = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            if (random.nextInt(6) == 0) {
                markdown.append("\n\n## Part ").append(random.nextInt(3)).append("\n\n");
            }
            markdown.append(sentence(1 + random.nextInt(60))).append(random.nextInt(3) == 0 ? "\n\n" : " ");
        }
        Article article = article(markdown.toString());
        List<Passage> passages = Chunker.chunk(article);
        List<Span> sentences = passages.stream()
                .flatMap(passage -> passage.sentences().stream())
                .toList();
        assertThat(sentences).isEqualTo(article.sentences());
        assertThat(passages)
                .extracting(passage -> passage.id().ordinal())
                .isEqualTo(IntStream.range(0, passages.size()).boxed().toList());
    }

    @Test
    void anIdIsReadBackAsWritten() {
        assertThat(PassageId.parse("a-b#12")).hasToString("a-b#12");
        assertThatThrownBy(() -> PassageId.parse("a-b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PassageId.parse("#1")).isInstanceOf(IllegalArgumentException.class);
    }
}
