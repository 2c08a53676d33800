package ibid.read.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Block;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineHashesTest {

    private static final String STORY = "The harbour gate was opened on Monday, the mayor of the town said.";

    private static Manuscript manuscript(Block.Kind kind, String... lines) {
        List<Manuscript.Piece> pieces = Stream.of(lines)
                .map(line -> new Manuscript.Piece(kind, line, ""))
                .toList();
        return new Manuscript(new MetadataCollector(), pieces, Manuscript.noNotes(), List.of());
    }

    private static long hash(String line) {
        return LineHashes.ofLine(line).orElseThrow();
    }

    @Test
    void caseAndPunctuationDoNotTellLinesApartAndWordsDo() {
        assertThat(hash("Sign up for OUR letter!")).isEqualTo(hash("sign up, for our letter"));
        assertThat(hash("sign up for our letter")).isNotEqualTo(hash("sign up for our paper"));
    }

    @Test
    void aLineOfThreeWordsHasNoHash() {
        assertThat(LineHashes.ofLine("Read more here")).isEmpty();
    }

    @Test
    void aHashSaysHowManyWordsTheLineHas() {
        assertThat(LineHashes.countWords(hash(STORY))).isEqualTo(13);
        assertThat(LineHashes.countWords(hash("word ".repeat(300)))).isEqualTo(127);
    }

    @Test
    void aLongParagraphIsNoBoilerplate() {
        assertThat(LineHashes.mayBeBoilerplate(hash("word ".repeat(80)))).isTrue();
        assertThat(LineHashes.mayBeBoilerplate(hash("word ".repeat(81)))).isFalse();
    }

    @Test
    void onlyAFinishedSentenceThatDoesNotSpeakToTheReaderIsProse() {
        String quoted = "“The harbour gate was opened on a Monday morning.”";
        String invitation = "Get the harbour letter every morning in your own box, free.";
        String unfinished = "The harbour gate was opened on Monday and then";
        Set<Long> prose = Set.of(hash(STORY), hash(quoted));
        for (long line : LineHashes.of(manuscript(Block.Kind.PARAGRAPH, STORY, quoted, invitation, unfinished))
                .toList()) {
            long plain = LineHashes.withoutProse(line);
            assertThat(LineHashes.isProse(line)).isEqualTo(prose.contains(plain));
        }
        for (long line : LineHashes.of(manuscript(Block.Kind.HEADING, STORY, quoted, invitation, unfinished))
                .toList()) {
            assertThat(LineHashes.isProse(line)).isFalse();
        }
    }

    @Test
    void anArticleOfThreeLinesHasNone() {
        assertThat(LineHashes.of(manuscript(Block.Kind.PARAGRAPH, STORY, STORY, STORY)))
                .isEqualTo(LineHashes.NONE);
    }

    @Test
    void theyComeBackSortedFromTheirText() {
        LineHashes hashes = LineHashes.of(Set.of(5L, -7L, 1L << 60));
        assertThat(hashes.toList()).containsExactly(-7L, 5L, 1L << 60);
        assertThat(new LineHashes(hashes.packed())).isEqualTo(hashes);
        assertThat(LineHashes.NONE.toList()).isEmpty();
    }
}
