package ibid.read.html;

import ibid.article.Block;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import java.util.ArrayList;
import java.util.List;

/** The text between two block borders of a page, split at its line breaks. */
final class InlineLines {

    private static final int MAX_LABEL_WORDS = 8; // a short line is a label unless the next line continues it
    private static final int MAX_PARAGRAPH_CHARS = 20_000;

    private static final class Line {

        private final StringBuilder text = new StringBuilder();
        private int letters; // of the text without marks
        private int linked;
        private int source; // line of the file
        private boolean blank = true;
        private int lastLineStart; // index in the text

        private void add(Line other) {
            lastLineStart = text.length() + 1;
            text.append(' ').append(other.text);
            letters += other.letters;
            linked += other.linked;
        }
    }

    private final List<Line> lines = new ArrayList<>(List.of(new Line()));

    /** Adds a mark or a separator. */
    void add(String sign) {
        lines.getLast().text.append(sign);
    }

    void space() {
        add(" ");
    }

    /** Adds a line break. */
    void end() {
        lines.add(new Line());
    }

    void take(String words, boolean linked, int source) {
        Line line = lines.getLast();
        if (line.blank && !words.isBlank()) {
            line.source = source;
            line.blank = false;
        }
        line.text.append(words);
        line.letters += words.length();
        if (linked) {
            line.linked += words.length();
        }
    }

    /**
     * One strip for each paragraph. Two line breaks end a paragraph, and so does one after a finished sentence or a
     * label; within a sentence a line break is a space.
     */
    List<MainText.Strip> strips(Block.Kind kind) {
        List<MainText.Strip> strips = new ArrayList<>();
        Line open = null;
        boolean gap = false;
        for (Line line : lines) {
            if (line.blank && InlineMarks.removeFrom(line.text).isBlank()) {
                gap = true;
                if (open != null) {
                    open.text.append(line.text);
                }
            } else {
                if (open != null && !gap && continues(open, line, kind)) {
                    open.add(line);
                } else {
                    if (open != null) {
                        addStrip(open, kind, strips);
                    }
                    open = line;
                }
                gap = false;
            }
        }
        if (open != null) {
            addStrip(open, kind, strips);
        }
        return strips;
    }

    private static boolean continues(Line open, Line next, Block.Kind kind) {
        if (open.text.length() > MAX_PARAGRAPH_CHARS) {
            return false;
        }
        MainText.Strip strip = new MainText.Strip(kind, open.text.substring(open.lastLineStart), 0, "");
        int first = InlineMarks.removeFrom(next.text).strip().codePointAt(0);
        return !strip.isFinished() && (strip.words() > MAX_LABEL_WORDS || Character.isLowerCase(first));
    }

    private static void addStrip(Line line, Block.Kind kind, List<MainText.Strip> strips) {
        MainText.Strip strip = strip(line, kind);
        if (!InlineMarks.removeFrom(strip.text()).replace("|", "").isBlank()) {
            strips.add(strip);
        }
    }

    private static MainText.Strip strip(Line line, Block.Kind kind) {
        String text = line.text.toString().replaceAll("\\s+", " ").strip();
        return new MainText.Strip(
                kind,
                text,
                line.letters == 0 ? 0 : (double) line.linked / line.letters,
                line.source < 1 ? "" : "line " + line.source);
    }
}
