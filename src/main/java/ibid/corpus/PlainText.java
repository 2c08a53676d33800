package ibid.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain text: a bare article, or a page saved as text with its navigation round it. */
final class PlainText {

    private static final Pattern NOTE_LINE = Pattern.compile("^\\[(\\p{Alnum}{1,3})\\][:.]?\\s+(.{4,})$", Pattern.DOTALL);
    private static final Pattern BULLET = Pattern.compile("^[•·▪*‣–-]\\s+(?=\\S)");
    private static final int WRAP_MIN = 40;
    private static final int WRAP_MAX = 100;   // longer lines are paragraphs already

    private PlainText() {}

    static Manuscript read(String text) {
        List<String> lines = paragraphs(text);
        SequencedMap<String, String> notes = takeNotes(lines);
        List<MainText.Strip> strips = lines.stream().map(line -> strip(markNotes(line, notes))).toList();
        MainText.Parted parted = MainText.part(strips);
        Imprint imprint = new PageHead(texts(parted.before()), texts(strips)).imprint();
        List<Manuscript.Piece> pieces = parted.main().stream().map(strip -> new Manuscript.Piece(strip.kind(), strip.text())).toList();
        List<String> removed = texts(parted.removed()).stream().filter(line -> !line.equals(imprint.title())).toList();
        return new Manuscript(imprint, pieces, notes, removed);
    }

    private static List<String> texts(List<MainText.Strip> strips) {
        return strips.stream().map(strip -> strip.kind() == Block.Kind.ITEM ? "• " + strip.text() : strip.text()).toList();
    }

    private static MainText.Strip strip(String line) {
        Matcher bullet = BULLET.matcher(line);
        return bullet.find() ? new MainText.Strip(Block.Kind.ITEM, line.substring(bullet.end()), 0) : new MainText.Strip(Block.Kind.PARAGRAPH, line, 0);
    }

    /** One string a paragraph: lines joined where the text was wrapped by hand, else one a line. */
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String chunk : text.split("\\n\\s*\\n")) {
            List<String> lines = chunk.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            if (wrapped(lines)) paragraphs.add(String.join(" ", lines));
            else paragraphs.addAll(lines);
        }
        return paragraphs;
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
    private static SequencedMap<String, String> takeNotes(List<String> lines) {
        SequencedMap<String, String> notes = Manuscript.noNotes();
        List<String> body = lines.stream().filter(line -> !NOTE_LINE.matcher(line).matches()).toList();
        lines.removeIf(line -> {
            Matcher note = NOTE_LINE.matcher(line);
            boolean taken = note.matches() && body.stream().anyMatch(other -> other.contains("[" + note.group(1) + "]"));
            if (taken) notes.putIfAbsent(note.group(1), note.group(2).strip());
            return taken;
        });
        return notes;
    }

    private static String markNotes(String line, SequencedMap<String, String> notes) {
        String marked = line;
        for (String label : notes.keySet()) marked = marked.replace("[" + label + "]", Manuscript.mark(label));
        return marked;
    }
}
