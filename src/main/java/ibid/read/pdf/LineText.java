package ibid.read.pdf;

import ibid.language.CharRuns;
import ibid.read.bytes.Decoder;
import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.NoteMarks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The text of a line of characters: blanks where there is room between them, raised figures as marks of notes or as
 * exponents, scripts from right to left in the order of reading.
 */
final class LineText {

    private static final double MIN_BLANK = 0.13; // of the size; a blank of most fonts has a quarter of it
    private static final double MIN_BLANK_BESIDE_BLANKS = 0.2; // in a line whose blanks are characters
    private static final double MIN_SET_BLANK = 0.05; // what a blank's character must take up
    private static final double MIN_BLANK_BETWEEN_SIGNS = 0.8; // of Chinese and Japanese
    private static final double MIN_SPACING = 0.06; // between all letters: the line is set wide
    private static final double SPACING_MARGIN = 0.16;
    private static final double MAX_EM_WIDTHS = 2.2; // of a letter; usual ones are half as wide as their size
    private static final int MIN_GAPS = 4;
    private static final String MIRRORED = "()[]{}<>«»‹›";

    private final SetLine line;
    private final boolean rightToLeft;
    private final double em; // the size, or what the letters are wide: some fonts do not state their size truly
    private final StringBuilder text = new StringBuilder(); // with marks
    private final StringBuilder plain = new StringBuilder(); // that is not cleaned yet

    private LineText(SetLine line) {
        this.line = line;
        this.rightToLeft = line.isRightToLeft();
        double width = line.glyphs().stream()
                .filter(glyph -> !glyph.isBlank())
                .mapToDouble(glyph -> glyph.width() / glyph.text().length())
                .average()
                .orElse(0);
        this.em = width > 0 ? Math.min(line.size(), MAX_EM_WIDTHS * width) : line.size();
    }

    /** The line's text, with marks made by {@link InlineMarks#note}. */
    static String of(SetLine line) {
        return new LineText(line).read();
    }

    private String read() {
        List<Glyph> glyphs = new ArrayList<>(line.glyphs());
        if (rightToLeft) {
            glyphs.sort(Comparator.comparingDouble(Glyph::x));
        }
        List<Glyph> spaced = spaced(glyphs);
        List<Glyph> ordered = rightToLeft ? logical(spaced) : spaced;
        for (int i = 0; i < ordered.size(); ) {
            i = append(ordered, i);
        }
        flush();
        return text.toString().strip();
    }

    /** The characters with a blank wherever there is room for one, and nowhere else. */
    private List<Glyph> spaced(List<Glyph> glyphs) {
        List<Glyph> spaced = new ArrayList<>();
        double minBlank = minBlank(glyphs);
        boolean blankBefore = false;
        for (Glyph glyph : glyphs) {
            if (glyph.isBlank()) {
                blankBefore = true;
                continue;
            }
            Glyph last = spaced.isEmpty() ? null : spaced.getLast();
            if (last != null && isApart(last, glyph, blankBefore, minBlank)) {
                spaced.add(new Glyph(" ", last.end(), line.base(), 0, line.size(), false));
            }
            spaced.add(glyph);
            blankBefore = false;
        }
        return spaced;
    }

    private boolean isApart(Glyph last, Glyph next, boolean blankBetween, double minBlank) {
        double gap = (next.x() - last.end()) / em;
        if (isUnspaced(last) && isUnspaced(next)) {
            return gap > MIN_BLANK_BETWEEN_SIGNS;
        }
        return gap > minBlank || blankBetween && gap > Math.min(MIN_SET_BLANK, minBlank);
    }

    /** Chinese and Japanese are written without blanks. */
    private static boolean isUnspaced(Glyph glyph) {
        int sign = glyph.text().codePointAt(0);
        return switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> sign >= 0x3000 && sign <= 0x303F || sign >= 0xFF01 && sign <= 0xFF60;
        };
    }

    /** The least room for a blank; more where all letters stand apart. */
    private double minBlank(List<Glyph> glyphs) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < glyphs.size(); i++) {
            Glyph last = glyphs.get(i - 1), next = glyphs.get(i);
            if (!last.isBlank() && !next.isBlank()) {
                gaps.add((next.x() - last.end()) / em);
            }
        }
        Collections.sort(gaps);
        double usual = gaps.size() < MIN_GAPS ? 0 : gaps.get(gaps.size() / 2);
        if (usual > MIN_SPACING) {
            return usual + Math.max(SPACING_MARGIN, usual / 2);
        }
        long blanks = glyphs.stream().filter(Glyph::isBlank).count();
        return blanks * 2 * MIN_GAPS > gaps.size() ? MIN_BLANK_BESIDE_BLANKS : MIN_BLANK;
    }

    /** Characters in the order of sight become those in the order of reading: Latin words and numbers keep theirs. */
    private static List<Glyph> logical(List<Glyph> seen) {
        List<Glyph> read = new ArrayList<>(seen.reversed());
        for (int start = 0; start < read.size(); start++) {
            if (!isLeftToRight(read.get(start))) {
                read.set(start, mirrored(read.get(start)));
                continue;
            }
            int end = start + 1;
            for (int i = end; i < read.size() && !read.get(i).isRightToLeft(); i++) {
                end = isLeftToRight(read.get(i)) ? i + 1 : end;
            }
            Collections.reverse(read.subList(start, end));
            start = end - 1;
        }
        return read;
    }

    private static boolean isLeftToRight(Glyph glyph) {
        return Character.isLetterOrDigit(glyph.text().codePointAt(0)) && !glyph.isRightToLeft();
    }

    private static Glyph mirrored(Glyph glyph) {
        int at = glyph.text().length() == 1 ? MIRRORED.indexOf(glyph.text()) : -1;
        if (at < 0) {
            return glyph;
        }
        String other = String.valueOf(MIRRORED.charAt(at ^ 1));
        return new Glyph(other, glyph.x(), glyph.y(), glyph.width(), glyph.size(), glyph.bold());
    }

    /** Appends a character, or all the raised or lowered ones that stand together; returns where the next begins. */
    private int append(List<Glyph> glyphs, int start) {
        Glyph first = glyphs.get(start);
        if (first.isBlank() || !line.isScript(first)) {
            plain.append(first.text());
            return start + 1;
        }
        boolean raised = line.isRaised(first);
        int end = start;
        StringBuilder script = new StringBuilder();
        while (end < glyphs.size() && isOf(glyphs, end, raised)) {
            script.append(glyphs.get(end++).text());
        }
        if (raised) {
            boolean precedes = end < glyphs.size()
                    && Character.isLetter(glyphs.get(end).text().codePointAt(0));
            appendRaised(script.toString(), precedes);
        } else {
            plain.append(written(script.toString(), Exponents::lowered));
        }
        return end;
    }

    /** Whether the character continues the script; a blank does if the script goes on after it. */
    private boolean isOf(List<Glyph> glyphs, int at, boolean raised) {
        Glyph glyph = glyphs.get(at);
        if (glyph.isBlank()) {
            return at + 1 < glyphs.size() && isOf(glyphs, at + 1, raised);
        }
        return line.isScript(glyph) && line.isRaised(glyph) == raised;
    }

    /** @param precedes whether a letter follows at once: raised figures before a word are an isotope's, not a mark */
    private void appendRaised(String raised, boolean precedes) {
        List<String> labels = NoteMarks.labels(raised);
        boolean isIsotope = precedes && !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ';
        if (labels.isEmpty() || isIsotope || Exponents.isPower(plain, raised.strip())) {
            plain.append(written(raised, Exponents::raised));
            return;
        }
        flush();
        labels.forEach(label -> text.append(InlineMarks.note(label)));
    }

    /** A script that holds no letter is written raised or lowered as a whole; of one with letters, nothing is. */
    private static String written(String script, UnaryOperator<String> form) {
        int figures = CharRuns.end(script, 0, sign -> !Character.isLetter(sign));
        return figures == script.length() ? form.apply(script) : script;
    }

    /** Cleans the text so far; a soft hyphen at the end of a line is visible there and becomes a hyphen. */
    private void flush() {
        String words = plain.toString().stripTrailing();
        boolean isHyphenated = words.endsWith("\u00AD") || words.endsWith("\u2010");
        String visible = isHyphenated ? words.substring(0, words.length() - 1) + "-" : plain.toString();
        text.append(Decoder.clean(visible));
        plain.setLength(0);
    }
}
