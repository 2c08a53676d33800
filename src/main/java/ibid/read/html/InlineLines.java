package ibid.read.html;

import ibid.article.Block;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.MainText;
import java.util.ArrayList;
import java.util.List;

/** The text between two block borders of a page, in the lines its line breaks make of it. */
final class InlineLines {

    private static final int LABEL_WORDS = 8; // a short line that the next does not go on stands for itself

    private static final int LONGEST = 20_000; // letters

    private static final class Line {

        private final StringBuilder text = new StringBuilder();
        private int letters; // of the text without marks
        private int linked;
        private int source; // line of the file
        private boolean blank = true;
        private int last; // where the last of several lines begins

        private void add(Line other) {
            last = text.length() + 1;
            text.append(' ').append(other.text);
            letters += other.letters;
            linked += other.linked;
        }
    }

    private final List<Line> lines = new ArrayList<>(List.of(new Line()));

    /** Adds a mark or sign of ours. */
    void add(String sign) {
        lines.getLast().text.append(sign);
    }

    void space() {
        add(" ");
    }

    /** A line break. */
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
     * One a paragraph. Two line breaks part paragraphs, one does behind a finished sentence or a label; within a
     * sentence it is a space.
     */
    List<MainText.Strip> strips(Block.Kind kind) {
        List<MainText.Strip> strips = new ArrayList<>();
        for (Line line : joined(kind)) {
            close(line, kind, strips);
        }
        return strips;
    }

    private List<Line> joined(Block.Kind kind) {
        List<Line> joined = new ArrayList<>();
        boolean gap = true;
        for (Line line : lines) {
            boolean blank = line.blank && InlineMarks.removeFrom(line.text).isBlank();
            if (blank && !joined.isEmpty()) {
                joined.getLast().text.append(line.text);
            } else if (!blank && !gap && runsOn(joined.getLast(), line, kind)) {
                joined.getLast().add(line);
            } else if (!blank) {
                joined.add(line);
            }
            gap = blank;
        }
        return joined;
    }

    private static boolean runsOn(Line open, Line next, Block.Kind kind) {
        if (open.text.length() > LONGEST) {
            return false;
        }
        MainText.Strip strip = new MainText.Strip(kind, open.text.substring(open.last), 0, "");
        int first = InlineMarks.removeFrom(next.text).strip().codePointAt(0);
        return !strip.finished() && (strip.words() > LABEL_WORDS || Character.isLowerCase(first));
    }

    private static void close(Line line, Block.Kind kind, List<MainText.Strip> strips) {
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
