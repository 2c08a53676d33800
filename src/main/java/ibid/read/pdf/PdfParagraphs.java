package ibid.read.pdf;

import ibid.article.Block;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.NoteMarks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Joins the lines of a PDF to paragraphs, across columns and pages: a sentence that is unfinished at the end of a full
 * line continues.
 */
final class PdfParagraphs {

    private static final double MIN_HEADING_SIZE_RATIO = 1.12; // to the size of the text; chosen by trying
    private static final int MAX_HEADING_CHARS = 200;
    private static final int MAX_TITLE_LINE_CHARS = 80; // of a heading in the size of the text
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}");
    private static final double MIN_FULL_LINE_SHARE = 0.75; // of the usual line's length
    private static final double MAX_INTERRUPTING_LINE_SHARE = 0.5; // of the usual line's length
    private static final int MAX_END_CHARS = 60; // of a paragraph: enough to hold its last stop
    private static final int MAX_PARAGRAPH_CHARS = 20_000;
    private static final Pattern FINISHED =
            Pattern.compile(".*[.!?:…][\"”’»)\\]]*(?:\\s*\\[?\\d{1,2}]?)?$", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("^(?:[•·▪‣●○*–-]|\\(?[a-z\\d]{1,2}[.)])\\s+(?=\\S)");

    private static final Pattern CAPTION = Pattern.compile(
            "^(?:Table|Figure|Fig\\.|Chart|Map|Box|Tabelle|Abbildung|Tableau|Graphique) \\d{1,3}\\b.{0,300}$");
    private static final Pattern FIGURES = Pattern.compile("(?:^|\\s)[$€£]?[-+]?\\d[\\d.,:%]*(?=\\s|$)");
    private static final Pattern BULLET = Pattern.compile("^[•·▪‣●○*–-]\\s+(?=\\S)");

    private final LineJoiner lines;
    private final float bodySize;
    private final List<Manuscript.Piece> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Block.Kind kind = Block.Kind.PARAGRAPH; // of the open paragraph
    private int page; // where the open paragraph begins
    private int lastLineChars; // of the open paragraph
    private int usualLineChars; // of a full line
    private float size;
    private int openLines; // of the open paragraph
    private boolean bold; // all of it
    private final List<Boolean> numbered = new ArrayList<>(); // whether each paragraph may be a numbered heading
    private int lastPage; // of the last line
    private double lastBase;
    private boolean isBelow; // whether the next line is below it, and not in the next column or on the next page
    private boolean mayContinue; // whether the open paragraph is unfinished

    PdfParagraphs(LineJoiner lines, float body) {
        this.lines = lines;
        this.bodySize = body;
    }

    /** @param removed receives running heads that are on one page only, in the middle of a sentence */
    List<Manuscript.Piece> of(List<List<PdfLines.Line>> pages, Collection<String> removed) {
        List<Integer> lengths = pages.stream()
                .flatMap(List::stream)
                .filter(one -> one.size() == bodySize)
                .map(one -> one.text().length())
                .sorted()
                .toList();
        usualLineChars = lengths.isEmpty() ? 0 : lengths.get(lengths.size() * 2 / 3);
        for (int i = 0; i < pages.size(); i++) {
            boolean interrupted = isInterrupted(pages.get(i));
            if (interrupted) {
                removed.add(MainText.plain(pages.get(i).getFirst().text()));
            }
            for (PdfLines.Line one :
                    pages.get(i).subList(interrupted ? 1 : 0, pages.get(i).size())) {
                take(one, i + 1);
            }
        }
        closeParagraph();
        return withNumberedHeadings();
    }

    /** Numbered lines in the size of the text are headings where each stands alone; in a row they are items. */
    private List<Manuscript.Piece> withNumberedHeadings() {
        List<Manuscript.Piece> pieces = new ArrayList<>(paragraphs);
        for (int i = 0; i < pieces.size(); i++) {
            boolean alone = (i == 0 || !numbered.get(i - 1)) && (i + 1 == pieces.size() || !numbered.get(i + 1));
            if (numbered.get(i) && alone) {
                Manuscript.Piece piece = pieces.get(i);
                pieces.set(i, new Manuscript.Piece(Block.Kind.HEADING, piece.text(), piece.place()));
            }
        }
        return pieces;
    }

    /** Whether a page begins with a short line after which the sentence of the page before continues. */
    private boolean isInterrupted(List<PdfLines.Line> page) {
        return mayContinue
                && page.size() > 1
                && page.getFirst().text().length() < MAX_INTERRUPTING_LINE_SHARE * usualLineChars
                && !Character.isLowerCase(page.getFirst().text().charAt(0))
                && Character.isLowerCase(page.get(1).text().charAt(0));
    }

    private void take(PdfLines.Line next, int at) {
        isBelow = at == lastPage && next.place().base() > lastBase;
        lastPage = at;
        lastBase = next.place().base();
        if (startsParagraph(next)) {
            closeParagraph();
        }
        mayContinue = false;
        if (open.isEmpty()) {
            page = at;
            kind = kind(next);
        }
        append(next);
        if (next.endsParagraph()) {
            endBlock();
        }
    }

    /**
     * Whether the open paragraph ends before the line: its size differs, it is a bold line over one that is not, or the
     * line does not continue it.
     */
    private boolean startsParagraph(PdfLines.Line next) {
        boolean otherSize = next.size() > MIN_HEADING_SIZE_RATIO * size || size > MIN_HEADING_SIZE_RATIO * next.size();
        boolean otherForm = next.row() || kind == Block.Kind.ROW;
        return !open.isEmpty() && (otherSize || otherForm || isBoldTitleOver(next)) || mayContinue && !continues(next);
    }

    private boolean isBoldTitleOver(PdfLines.Line next) {
        return openLines == 1 && bold && !next.bold() && isTitle(open.toString());
    }

    private void append(PdfLines.Line next) {
        size = next.size();
        bold = next.bold() && (openLines == 0 || bold);
        openLines++;
        lastLineChars = next.text().length();
        lines.join(open, next.text());
        if (open.length() > MAX_PARAGRAPH_CHARS) {
            closeParagraph();
        }
    }

    /** Ends a block: an unfinished sentence stays open, for the next block may continue it. */
    private void endBlock() {
        mayContinue = kind != Block.Kind.HEADING && kind != Block.Kind.ROW && !isFinished();
        if (!mayContinue) {
            closeParagraph();
        }
    }

    private Block.Kind kind(PdfLines.Line first) {
        if (first.row()) {
            return Block.Kind.ROW;
        }
        if (first.size() > MIN_HEADING_SIZE_RATIO * bodySize) {
            return Block.Kind.HEADING;
        }
        return isItem(first.text()) ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
    }

    /** Whether a line begins an item of a list: "• ", "2. ", "[12] ", "³ ". */
    private static boolean isItem(String line) {
        return ITEM.matcher(line).find()
                || NoteMarks.head(line)
                        .filter(head -> head.form() == NoteMarks.Form.SQUARE || head.form() == NoteMarks.Form.RAISED)
                        .isPresent();
    }

    /** Whether a line begins with the number after that of the open paragraph. */
    private boolean isNextItem(String line) {
        Optional<NoteMarks.Head> open = NoteMarks.head(this.open.toString()).filter(NoteMarks.Head::isNumber);
        Optional<NoteMarks.Head> next = NoteMarks.head(line).filter(NoteMarks.Head::isNumber);
        return open.isPresent()
                && next.isPresent()
                && Integer.parseInt(next.get().label())
                        == Integer.parseInt(open.get().label()) + 1;
    }

    private boolean isFinished() {
        String end = open.substring(Math.max(0, open.length() - MAX_END_CHARS));
        return FINISHED.matcher(MainText.plain(end)).matches();
    }

    /** Whether a line continues the open paragraph: it begins in lower case, or the line before it is full. */
    private boolean continues(PdfLines.Line next) {
        if (Character.isLowerCase(next.text().charAt(0))) {
            return true;
        }
        return !isBelow
                && !isNextItem(next.text())
                && lastLineChars >= MIN_FULL_LINE_SHARE * usualLineChars
                && next.text().length() > 1
                && !isItem(next.text());
    }

    private Block.Kind kind(String paragraph) {
        if (CAPTION.matcher(paragraph).find()) {
            return Block.Kind.CAPTION;
        }
        if (isRow(paragraph)) {
            return Block.Kind.ROW;
        }
        boolean isTooLong = kind == Block.Kind.HEADING && paragraph.length() > MAX_HEADING_CHARS;
        return isTooLong ? Block.Kind.PARAGRAPH : kind;
    }

    /** Whether a line could be a heading by its words: short, without a stop. */
    private static boolean isTitle(String line) {
        return line.length() <= MAX_TITLE_LINE_CHARS
                && !FINISHED.matcher(line).matches()
                && !CAPTION.matcher(line).find()
                && Byline.of(line).isEmpty();
    }

    private static boolean isRow(String paragraph) {
        return paragraph.length() <= MAX_HEADING_CHARS
                && !FINISHED.matcher(paragraph).matches()
                && Byline.of(paragraph).isEmpty()
                && FIGURES.matcher(paragraph).results().count() > 1;
    }

    private void closeParagraph() {
        String paragraph = open.toString().strip();
        boolean isLine = openLines == 1;
        open.setLength(0);
        openLines = 0;
        mayContinue = false;
        if (!paragraph.isEmpty()) {
            boolean isText = kind != Block.Kind.ROW && kind != Block.Kind.HEADING;
            boolean isTitle = isLine && isText && isTitle(paragraph);
            add(isTitle && bold && isInLetters(paragraph) ? Block.Kind.HEADING : kind(paragraph), paragraph);
            numbered.add(isTitle && NUMBERED.matcher(paragraph).lookingAt());
        }
    }

    private static boolean isInLetters(String line) {
        return 2 * line.chars().filter(Character::isLetter).count() > line.length();
    }

    /** Adds a paragraph; a heading in lower case continues the heading or caption before. */
    private void add(Block.Kind kind, String paragraph) {
        Block.Kind kindBefore = paragraphs.isEmpty()
                ? Block.Kind.PARAGRAPH
                : paragraphs.getLast().kind();
        boolean continues = kind == Block.Kind.HEADING
                && (kindBefore == kind || kindBefore == Block.Kind.CAPTION)
                && Character.isLowerCase(paragraph.charAt(0));
        if (continues) {
            numbered.removeLast();
        }
        String text = continues ? paragraphs.removeLast().text() + " " + paragraph : paragraph;
        Block.Kind newKind = continues ? kindBefore : kind;
        String words = newKind == Block.Kind.ITEM ? BULLET.matcher(text).replaceFirst("") : text;
        paragraphs.add(new Manuscript.Piece(newKind, words, "page " + page));
    }
}
