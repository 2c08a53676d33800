package ibid.read.text;

import ibid.article.Block;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.TextLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of a plain text to paragraphs. Each line is a paragraph; if the text was wrapped at some width, the
 * lines between two blank lines are a paragraph; list items and indented lines start new paragraphs.
 */
final class Paragraphs {

    private static final int MIN_WRAP_CHARS = 25;
    private static final int MAX_WRAP_CHARS = 100; // longer lines are paragraphs already
    private static final double MIN_FULL_LINE_SHARE = 0.6; // of the width; chosen by trying
    private static final double MIN_FULL_LINES_SHARE = 0.6; // of a block's lines; chosen by trying
    private static final double WIDTH_QUANTILE = 0.9; // this share of the lines is not longer than the width
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
        this.width = lengths.isEmpty() ? 0 : lengths.get((int) (WIDTH_QUANTILE * (lengths.size() - 1)));
    }

    /** A line of the file, not stripped. */
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
                found.addBlock(open);
            }
        }
        found.addBlock(open);
        return found.paragraphs;
    }

    private void addBlock(List<Line> block) {
        List<Line> open = new ArrayList<>();
        if (!isWrapped(block)) {
            block.forEach(line -> paragraphs.add(line.piece()));
        } else {
            for (int i = 0; i < block.size(); i++) {
                if (i > 0 && startsParagraph(block, i)) {
                    addParagraph(open);
                }
                open.add(block.get(i));
            }
            addParagraph(open);
        }
        block.clear();
    }

    private void addParagraph(List<Line> open) {
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

    /** Whether the line is a list item, or indented more than the line before and the line after it. */
    private static boolean startsParagraph(List<Line> block, int at) {
        Line line = block.get(at);
        Line before = block.get(at - 1);
        if (ITEM.matcher(line.text()).matches()) {
            return true;
        }
        boolean isLast = at + 1 == block.size();
        return line.indent() > before.indent() + 1
                && (isLast || line.indent() > block.get(at + 1).indent() + 1)
                && !ITEM.matcher(before.text()).matches();
    }

    /** Whether most lines but the last are full, and most end in the middle of a sentence. */
    private boolean isWrapped(List<Line> block) {
        if (block.size() < 2 || width < MIN_WRAP_CHARS || width > MAX_WRAP_CHARS) {
            return false;
        }
        List<String> inner = block.subList(0, block.size() - 1).stream()
                .map(line -> line.text().strip())
                .toList();
        long
                full =
                        inner.stream()
                                .filter(line -> line.length() >= MIN_FULL_LINE_SHARE * width)
                                .count(),
                finished =
                        inner.stream()
                                .filter(line -> FINISHED.matcher(line).matches())
                                .count();
        return full >= MIN_FULL_LINES_SHARE * inner.size() && 2 * finished <= inner.size();
    }
}
