package ibid.read.pdf;

import ibid.article.Block;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins the lines of a PDF to paragraphs, across columns and pages: what broke off at the end of a full line goes on.
 */
final class PdfParagraphs {

    private static final double LARGE = 1.12; // of the size of the text: a heading
    private static final int HEADING_LETTERS = 200;
    private static final double FULL = 0.75, TORN = 0.5; // of the usual line
    private static final int LOOKED = 60; // letters at a paragraph's end
    private static final int MAX_PARAGRAPH_CHARS = 20_000;
    private static final Pattern ENDS =
            Pattern.compile(".*[.!?:…][\"”’»)\\]]*(?:\\s*\\[?\\d{1,2}]?)?$", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("^(?:[•·▪‣●○*–-]|\\(?[a-z\\d]{1,2}[.)])\\s+(?=\\S)");

    private static final Pattern CAPTION = Pattern.compile(
            "^(?:Table|Figure|Fig\\.|Chart|Map|Box|Tabelle|Abbildung|Tableau|Graphique) \\d{1,3}\\b.{0,300}$");
    private static final Pattern FIGURES = Pattern.compile("(?:^|\\s)[$€£]?[-+]?\\d[\\d.,:%]*(?=\\s|$)");
    private static final Pattern BULLET = Pattern.compile("^[•·▪‣●○*–-]\\s+(?=\\S)");

    private final LineJoiner lines;
    private final float body;
    private final List<Manuscript.Piece> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Block.Kind kind = Block.Kind.PARAGRAPH; // of the open one
    private int page; // where it begins
    private int line; // letters of its last line
    private int usual; // letters of a full line
    private float size;
    private boolean mayGoOn; // the open one was broken off

    PdfParagraphs(LineJoiner lines, float body) {
        this.lines = lines;
        this.body = body;
    }

    /** @param removed takes running heads that stand on one page only, in the middle of a sentence */
    List<Manuscript.Piece> of(List<List<PdfLines.Line>> pages, Collection<String> removed) {
        List<Integer> lengths = pages.stream()
                .flatMap(List::stream)
                .filter(one -> one.size() == body)
                .map(one -> one.text().length())
                .sorted()
                .toList();
        usual = lengths.isEmpty() ? 0 : lengths.get(lengths.size() * 2 / 3);
        for (int i = 0; i < pages.size(); i++) {
            boolean torn = torn(pages.get(i));
            if (torn) {
                removed.add(MainText.bare(pages.get(i).getFirst().text()));
            }
            for (PdfLines.Line one :
                    pages.get(i).subList(torn ? 1 : 0, pages.get(i).size())) {
                take(one, i + 1);
            }
        }
        close();
        return paragraphs;
    }

    /** Whether a page begins with a short line after which the sentence of the page before goes on. */
    private boolean torn(List<PdfLines.Line> page) {
        return mayGoOn
                && page.size() > 1
                && page.getFirst().text().length() < TORN * usual
                && !Character.isLowerCase(page.getFirst().text().charAt(0))
                && Character.isLowerCase(page.get(1).text().charAt(0));
    }

    private void take(PdfLines.Line next, int at) {
        if (startsParagraph(next)) {
            close();
        }
        mayGoOn = false;
        if (open.isEmpty()) {
            page = at;
            kind = kind(next);
        }
        append(next);
        if (next.last()) {
            endBlock();
        }
    }

    /** Whether the open paragraph ends before the line: for its size, or because the line does not go on with it. */
    private boolean startsParagraph(PdfLines.Line next) {
        boolean otherSize = next.size() > LARGE * size || size > LARGE * next.size();
        return !open.isEmpty() && otherSize || mayGoOn && !goesOn(next);
    }

    private void append(PdfLines.Line next) {
        size = next.size();
        line = next.text().length();
        lines.join(open, next.text());
        if (open.length() > MAX_PARAGRAPH_CHARS) {
            close();
        }
    }

    /** At the last line of a block: an unfinished sentence stays open, for the next block may go on with it. */
    private void endBlock() {
        mayGoOn = kind != Block.Kind.HEADING && !isFinished();
        if (!mayGoOn) {
            close();
        }
    }

    private Block.Kind kind(PdfLines.Line first) {
        if (first.size() > LARGE * body) {
            return Block.Kind.HEADING;
        }
        return ITEM.matcher(first.text()).find() ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
    }

    private boolean isFinished() {
        String end = open.substring(Math.max(0, open.length() - LOOKED));
        return ENDS.matcher(MainText.bare(end)).matches();
    }

    /** What begins small goes on; a capital or a figure too where the line before it was full. */
    private boolean goesOn(PdfLines.Line next) {
        if (Character.isLowerCase(next.text().charAt(0))) {
            return true;
        }
        return line >= FULL * usual
                && next.text().length() > 1
                && !ITEM.matcher(next.text()).find();
    }

    private Block.Kind kind(String paragraph) {
        if (CAPTION.matcher(paragraph).find()) {
            return Block.Kind.CAPTION;
        }
        boolean isShort = paragraph.length() <= HEADING_LETTERS
                && !ENDS.matcher(paragraph).matches();
        if (isShort
                && Byline.of(paragraph).isEmpty()
                && FIGURES.matcher(paragraph).results().count() > 1) {
            return Block.Kind.ROW;
        }
        return kind == Block.Kind.HEADING && !isShort && paragraph.length() > HEADING_LETTERS
                ? Block.Kind.PARAGRAPH
                : kind;
    }

    private void close() {
        String paragraph = open.toString().strip();
        open.setLength(0);
        mayGoOn = false;
        if (paragraph.isEmpty()) {
            return;
        }
        Block.Kind set = kind(paragraph);
        Block.Kind before = paragraphs.isEmpty()
                ? Block.Kind.PARAGRAPH
                : paragraphs.getLast().kind();
        if (set == Block.Kind.HEADING
                && (before == set || before == Block.Kind.CAPTION)
                && Character.isLowerCase(paragraph.charAt(0))) {
            paragraph = paragraphs.removeLast().text() + " " + paragraph;
            set = before;
        }
        paragraphs.add(new Manuscript.Piece(
                set, set == Block.Kind.ITEM ? BULLET.matcher(paragraph).replaceFirst("") : paragraph, "page " + page));
    }
}
