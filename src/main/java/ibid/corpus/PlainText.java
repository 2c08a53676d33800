package ibid.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain text: a bare article, or a page saved as text with its navigation round it. */
final class PlainText {

    private static final Pattern NOTE_LINE = Pattern.compile("^\\[(\\p{Alnum}{1,3})\\][:.]?\\s+(.{4,})$", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("\\[(\\p{Alnum}{1,3})\\]");
    private static final Pattern BULLET = Pattern.compile("^[•·▪*‣–-]\\s+(?=\\S)");
    private static final int WRAP_MIN = 40;
    private static final int WRAP_MAX = 100;   // longer lines are paragraphs already

    private PlainText() {}

    /** A paragraph or heading and where it stands in its file. */
    record Line(Block.Kind kind, String text, String place) {

        Line(String text, String place) {
            this(Block.Kind.PARAGRAPH, text, place);
        }
    }

    static Manuscript read(String text) {
        return of(paragraphs(text));
    }

    /** @param paragraphs in order, one a line */
    static Manuscript of(List<Line> paragraphs) {
        List<Line> lines = new ArrayList<>(paragraphs);
        SequencedMap<String, String> notes = takeNotes(lines);
        List<MainText.Strip> strips = lines.stream().map(line -> strip(line, markNotes(line.text(), notes))).toList();
        MainText.Parted parted = MainText.part(strips);
        TitlePage titlePage = new PageHead(texts(parted.before()), texts(strips)).titlePage();
        List<Manuscript.Piece> pieces = parted.main().stream().map(strip -> new Manuscript.Piece(strip.kind(), strip.text(), strip.place())).toList();
        List<String> removed = texts(parted.removed()).stream().filter(line -> !line.equals(titlePage.get(TitlePage.Item.TITLE))).toList();
        return new Manuscript(titlePage, pieces, notes, removed);
    }

    private static List<String> texts(List<MainText.Strip> strips) {
        return strips.stream().map(strip -> strip.kind() == Block.Kind.ITEM ? "• " + strip.text() : strip.text()).toList();
    }

    private static MainText.Strip strip(Line line, String text) {
        Matcher bullet = BULLET.matcher(text);
        return bullet.find() ? new MainText.Strip(Block.Kind.ITEM, text.substring(bullet.end()), 0, line.place()) : new MainText.Strip(line.kind(), text, 0, line.place());
    }

    /** One string a paragraph: lines joined where the text was wrapped by hand, else one a line. */
    private static List<Line> paragraphs(String text) {
        List<Line> paragraphs = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        Lines lines = new Lines(text.lines());
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.isBlank()) close(open, lines, paragraphs);
            else {
                Manuscript.bounded(line);
                open.add(new Line(line.strip(), "line " + number));
            }
        }
        close(open, lines, paragraphs);
        return paragraphs;
    }

    private static void close(List<Line> open, Lines lines, List<Line> paragraphs) {
        if (wrapped(open.stream().map(Line::text).toList())) {
            StringBuilder whole = new StringBuilder();
            open.forEach(line -> lines.join(whole, line.text()));
            paragraphs.add(new Line(whole.toString(), open.getFirst().place()));
        } else paragraphs.addAll(open);
        open.clear();
    }

    /** Wrapped by hand: several lines, all but the last of them full, most of them stopping in the middle of a sentence. */
    private static boolean wrapped(List<String> lines) {
        if (lines.size() < 2) return false;
        List<String> full = lines.subList(0, lines.size() - 1);
        if (full.stream().anyMatch(line -> line.length() < WRAP_MIN || line.length() > WRAP_MAX)) return false;
        if (lines.stream().anyMatch(line -> NOTE_LINE.matcher(line).matches() || BULLET.matcher(line).find())) return false;
        return full.stream().filter(line -> !line.matches(".*[.!?:;][\"”’)]*$")).count() * 2 >= full.size();
    }

    /** Takes the article's own notes ("[3] …" on a line of its own, "[3]" somewhere before it) out of the lines. */
    private static SequencedMap<String, String> takeNotes(List<Line> lines) {
        SequencedMap<String, String> notes = Manuscript.noNotes();
        Set<String> called = new HashSet<>();
        for (Line line : lines) {
            Matcher label = LABEL.matcher(NOTE_LINE.matcher(line.text()).matches() ? "" : line.text());
            while (label.find()) called.add(label.group(1));
        }
        lines.removeIf(line -> {
            Matcher note = NOTE_LINE.matcher(line.text());
            boolean taken = note.matches() && called.contains(note.group(1));
            if (taken) notes.putIfAbsent(note.group(1), note.group(2).strip());
            return taken;
        });
        return notes;
    }

    private static String markNotes(String line, SequencedMap<String, String> notes) {
        return line.indexOf('[') < 0 ? line : LABEL.matcher(line).replaceAll(label -> notes.containsKey(label.group(1)) ? Manuscript.mark(label.group(1)) : Matcher.quoteReplacement(label.group()));
    }
}
