package ibid.answer.llm;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sentences with marks in running text, before or after the stop: see {@link MarkedText}. Text that may still become a
 * mark is held back; a sentence is held back until the next one has begun.
 */
final class ProseStatements implements StatementParser {

    private static final int MIN_BEGUN_CHARS = 12; // of the next sentence: "U.S. N" may still be one with "U.S."
    private static final String STOPS = ".!?";
    private static final String AFTER_STOP = "\"”’»)";

    private final StringBuilder line = new StringBuilder();
    private final ControlLines controlLines = new ControlLines();
    private int givenSentences; // of the line

    @Override
    public List<Statement> accept(String piece) {
        List<Statement> whole = new ArrayList<>();
        for (int at = 0; at < piece.length(); at++) {
            if (piece.charAt(at) == '\n') {
                whole.addAll(endLine());
            } else {
                line.append(piece.charAt(at));
            }
        }
        whole.addAll(readSentences(false));
        return whole;
    }

    @Override
    public List<Statement> finish(boolean isWhole) {
        return isWhole || endsWithStop() ? endLine() : List.of();
    }

    private boolean endsWithStop() {
        String text = MarkedText.of(line.toString()).plain().stripTrailing();
        int end = text.length();
        while (end > 0 && AFTER_STOP.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && STOPS.indexOf(text.charAt(end - 1)) >= 0;
    }

    private List<Statement> endLine() {
        List<Statement> whole = readSentences(true);
        line.setLength(0);
        givenSentences = 0;
        return whole;
    }

    /**
     * The sentences of the line that were not returned yet: all if the line has ended, else those followed by another.
     */
    private List<Statement> readSentences(boolean hasEnded) {
        String written = hasEnded ? line.toString() : MarkedText.withoutOpenMark(line.toString());
        if (controlLines.accept(written, hasEnded)) {
            return List.of();
        }
        MarkedText marked = MarkedText.of(written);
        Text text = new Text(marked.plain());
        List<Span> spans = Sentences.in(text, new Span(0, text.length()));
        int whole = hasEnded ? spans.size() : countFollowed(spans);
        List<Statement> statements = new ArrayList<>();
        for (; givenSentences < whole; givenSentences++) {
            String plain = plain(text.slice(spans.get(givenSentences)));
            if (plain.codePoints().anyMatch(Character::isLetterOrDigit)) {
                statements.add(new Statement(plain, marksOf(givenSentences, marked, text, spans)));
            }
        }
        return statements;
    }

    private static String plain(String sentence) {
        return MetaDiscourse.withoutPreamble(Markdown.strip(sentence));
    }

    private static int countFollowed(List<Span> sentences) {
        if (sentences.isEmpty()) {
            return 0;
        }
        boolean hasLastBegun = sentences.getLast().length() >= MIN_BEGUN_CHARS;
        return sentences.size() - (hasLastBegun ? 1 : 2);
    }

    private static List<String> marksOf(int sentence, MarkedText marked, Text text, List<Span> spans) {
        Set<String> names = new LinkedHashSet<>();
        for (MarkedText.Mark mark : marked.marks()) {
            if (findOwner(spans, text.codePointOffset(mark.position())) == sentence) {
                names.addAll(mark.names());
            }
        }
        return List.copyOf(names);
    }

    /** The last sentence that begins before the position. */
    private static int findOwner(List<Span> sentences, int place) {
        int owner = 0;
        for (int at = 1; at < sentences.size(); at++) {
            if (sentences.get(at).start() < place) {
                owner = at;
            }
        }
        return owner;
    }

    @Override
    public String missing() {
        return controlLines.missing();
    }

    @Override
    public boolean declines() {
        return controlLines.declines();
    }
}
