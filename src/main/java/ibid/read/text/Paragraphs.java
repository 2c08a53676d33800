package ibid.read.text;

import ibid.article.Block;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.TextLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Puts the lines of a plain text together to paragraphs: one a line, or where the text was wrapped at some width, the
 * lines between two blank ones, a list item or an indented line beginning a new one.
 */
final class Paragraphs {

    private static final int NARROW = 25, WIDE = 100; // letters; longer lines are paragraphs already
    private static final double FULL = 0.6; // of the width
    private static final double MOST = 0.6; // of a block's lines are full
    private static final double WIDTH_OF = 0.9; // of the lines are not longer than the width
    private static final Pattern ITEM =
            Pattern.compile("^\\s*(?:[•·▪*‣–+-]|\\d{1,3}[.)]|\\[\\p{Alnum}{1,3}\\])\\s+\\S.*");
    private static final Pattern FINISHED = Pattern.compile(".*[.!?:;][\"”’)]*$");

    private final LineJoiner lines;
    private final int width;
    private final List<Manuscript.Piece> paragraphs = new ArrayList<>();

    private Paragraphs(String text) {
        this.lines = new LineJoiner(text.lines());
        List<Integer> lengths = text.lines()
                .map(line -> line.strip().length())
                .filter(length -> length > 0)
                .sorted()
                .toList();
        this.width = lengths.isEmpty() ? 0 : lengths.get((int) (WIDTH_OF * (lengths.size() - 1)));
    }

    /** A line of the file as it stands there. */
    private record Line(int number, String text) {

        int indent() {
            return text.length() - text.stripLeading().length();
        }

        Manuscript.Piece piece() {
            return new Manuscript.Piece(Block.Kind.PARAGRAPH, text.strip(), "line " + number);
        }
    }

    static List<Manuscript.Piece> of(String text) {
        Paragraphs found = new Paragraphs(text);
        List<Line> open = new ArrayList<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                TextLimits.checkParagraph(line);
                open.add(new Line(number, line));
            } else {
                found.close(open);
            }
        }
        found.close(open);
        return found.paragraphs;
    }

    private void close(List<Line> block) {
        List<Line> open = new ArrayList<>();
        if (!wrapped(block)) {
            block.forEach(line -> paragraphs.add(line.piece()));
        } else {
            for (int i = 0; i < block.size(); i++) {
                if (i > 0 && begins(block, i)) {
                    join(open);
                }
                open.add(block.get(i));
            }
            join(open);
        }
        block.clear();
    }

    private void join(List<Line> open) {
        StringBuilder whole = new StringBuilder();
        open.forEach(line -> lines.join(whole, line.text().strip()));
        if (!open.isEmpty()) {
            paragraphs.add(new Manuscript.Piece(
                    Block.Kind.PARAGRAPH,
                    whole.toString(),
                    "line " + open.getFirst().number()));
        }
        open.clear();
    }

    /** A list item, or a line set further in than the one before and the one behind it. */
    private static boolean begins(List<Line> block, int at) {
        Line line = block.get(at);
        if (ITEM.matcher(line.text()).matches()) {
            return true;
        }
        boolean before = line.indent() > block.get(at - 1).indent() + 1,
                behind =
                        at + 1 == block.size()
                                || line.indent() > block.get(at + 1).indent() + 1;
        return before && behind && !ITEM.matcher(block.get(at - 1).text()).matches();
    }

    /** Wrapped: most lines but the last are full, and most stop in the middle of a sentence. */
    private boolean wrapped(List<Line> block) {
        if (block.size() < 2 || width < NARROW || width > WIDE) {
            return false;
        }
        List<String> inner = block.subList(0, block.size() - 1).stream()
                .map(line -> line.text().strip())
                .toList();
        long full = inner.stream().filter(line -> line.length() >= FULL * width).count(),
                finished =
                        inner.stream()
                                .filter(line -> FINISHED.matcher(line).matches())
                                .count();
        return full >= MOST * inner.size() && 2 * finished <= inner.size();
    }
}
