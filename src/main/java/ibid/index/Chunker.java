package ibid.index;

import ibid.article.Article;
import ibid.article.Block;
import ibid.language.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an article into passages of whole sentences, without overlap, never across a heading. A passage ends at a
 * paragraph's end once it is long enough, and in any case before it exceeds the maximum or words that are held back. A
 * short remainder joins the passage before it.
 */
public final class Chunker {

    /**
     * Version of the chunking rules. Increased when the same article would be cut differently, so that stored passages
     * are cut again.
     */
    static final int VERSION = 2;

    private static final int MIN_WORDS_AT_PARAGRAPH_END =
            70; // tried 40, 70, 110: eval/journal.md, "Passages and titles"
    private static final int MAX_WORDS = 130; // about 170 tokens: well inside every embedder's window
    private static final int MIN_WORDS = 25;

    private final Article article;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Span> open = new ArrayList<>();
    private String heading = "";
    private int openWords;

    private Chunker(Article article) {
        this.article = article;
    }

    public static List<Passage> chunk(Article article) {
        return new Chunker(article).passages();
    }

    private List<Passage> passages() {
        for (Block block : article.blocks()) {
            if (block.kind() == Block.Kind.HEADING) {
                close();
                heading = article.usableHeading(block);
                continue;
            }
            for (Span sentence : article.sentencesIn(block)) {
                add(sentence);
            }
            if (openWords >= MIN_WORDS_AT_PARAGRAPH_END) {
                close();
            }
        }
        close();
        return List.copyOf(passages);
    }

    private void add(Span sentence) {
        int words = words(sentence);
        if (!open.isEmpty() && (openWords + words > MAX_WORDS || isCutOff(open.getLast(), sentence))) {
            close();
        }
        open.add(sentence);
        openWords += words;
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        List<Span> sentences = new ArrayList<>(isRest() ? passages.removeLast().sentences() : List.of());
        sentences.addAll(open);
        Span span = sentences.getFirst().to(sentences.getLast());
        PassageId id = new PassageId(article.id(), passages.size());
        passages.add(new Passage(id, heading, span, sentences));
        open.clear();
        openWords = 0;
    }

    /** Whether the open sentences are too few for a passage and join the passage before. */
    private boolean isRest() {
        return openWords < MIN_WORDS
                && !passages.isEmpty()
                && passages.getLast().heading().equals(heading)
                && !isCutOff(passages.getLast().span(), open.getFirst());
    }

    private boolean isCutOff(Span before, Span after) {
        return article.holdsBackBetween(before.end(), after.start());
    }

    private int words(Span sentence) {
        return article.text().slice(sentence).split("\\s+").length;
    }
}
