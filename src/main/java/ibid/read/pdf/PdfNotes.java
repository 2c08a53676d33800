package ibid.read.pdf;

import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.NoteHeadings;
import ibid.read.manuscript.NoteMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Takes the notes at the foot of a PDF's pages, or under a heading at its end, out of its lines: what begins with a
 * label that a mark in the text calls. A mark that no note answers becomes the figure it was.
 */
final class PdfNotes {

    private static final double SMALL_TYPE = 0.94; // of the size of the text: nine on ten points

    private final float bodySize; // points
    private final LineJoiner lines;
    private final SequencedMap<String, String> notes;
    private final Set<String> called = new HashSet<>();
    private String open = ""; // label of the note that may go on
    private boolean underHeading; // of the notes at the end

    /** What is known of one page: the labels called on it, and new names of those that an earlier page has, too. */
    private record Page(Set<String> called, Map<String, String> renamed) {}

    private PdfNotes(float bodySize, LineJoiner lines, SequencedMap<String, String> notes) {
        this.bodySize = bodySize;
        this.lines = lines;
        this.notes = notes;
    }

    /**
     * @param pages    without running heads
     * @param bodySize size of the running text, in points
     * @param notes    takes them, by label
     * @return the pages without them
     */
    static List<List<PdfLines.Line>> take(
            List<List<PdfLines.Line>> pages, float bodySize, LineJoiner lines, SequencedMap<String, String> notes) {
        PdfNotes found = new PdfNotes(bodySize, lines, notes);
        List<List<PdfLines.Line>> left = new ArrayList<>();
        for (List<PdfLines.Line> page : pages) {
            left.add(found.withoutNotes(page));
        }
        left.replaceAll(page -> page.stream().map(found::withoutUnanswered).toList());
        return left;
    }

    private PdfLines.Line withoutUnanswered(PdfLines.Line line) {
        String text =
                InlineMarks.replace(line.text(), label -> notes.containsKey(label) ? InlineMarks.note(label) : label);
        return line.withText(text);
    }

    /** Whether it looks like the first line of a note: small, a label and some words. */
    static boolean isHead(PdfLines.Line line, float bodySize) {
        Optional<NoteMarks.Head> head = NoteMarks.head(line.text());
        return line.size() <= SMALL_TYPE * bodySize
                && head.isPresent()
                && head.get().text().contains(" ");
    }

    private List<PdfLines.Line> withoutNotes(List<PdfLines.Line> lines) {
        Page page = new Page(new HashSet<>(), new HashMap<>());
        lines.forEach(line -> addCalls(line.text(), page.called()));
        called.addAll(page.called());
        if (!underHeading) {
            open = "";
        }
        int foot = lines.size();
        while (foot > 0 && isSmall(lines.get(foot - 1))) {
            foot--;
        }
        List<PdfLines.Line> left = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PdfLines.Line line = lines.get(i);
            if (!called.isEmpty() && NoteHeadings.isOverNotes(line.text())) {
                underHeading = true;
            } else if (!takeHead(line, i >= foot, page) && !takeRest(line)) {
                left.add(line);
            }
        }
        if (page.renamed().isEmpty()) {
            return left;
        }
        return left.stream().map(line -> renamed(line, page.renamed())).toList();
    }

    private static PdfLines.Line renamed(PdfLines.Line line, Map<String, String> names) {
        String text = InlineMarks.replace(line.text(), label -> InlineMarks.note(names.getOrDefault(label, label)));
        return line.withText(text);
    }

    /** A mark at the head of a line is a note's own and calls none. */
    private static void addCalls(String line, Set<String> labels) {
        boolean atHead = !line.isEmpty() && line.charAt(0) == InlineMarks.OPEN;
        String text = atHead ? line.substring(line.indexOf(InlineMarks.CLOSE) + 1) : line;
        InlineMarks.replace(text, label -> {
            labels.add(label);
            return "";
        });
    }

    private boolean isSmall(PdfLines.Line line) {
        return line.size() <= SMALL_TYPE * bodySize;
    }

    /** @param atFoot whether only small lines follow on the page: there a label that nothing calls is a note's, too */
    private boolean takeHead(PdfLines.Line line, boolean atFoot, Page page) {
        Optional<NoteMarks.Head> head = NoteMarks.head(line.text());
        if (head.isEmpty() || !isSmall(line) && !underHeading) {
            return false;
        }
        String label = head.get().label();
        if (!answersThisPage(label, page) && !isNew(label, atFoot && isHead(line, bodySize))) {
            return false;
        }
        open = NoteMarks.free(label, notes);
        if (!open.equals(label)) {
            page.renamed().put(label, open);
        }
        notes.put(open, MainText.bare(head.get().text()));
        return true;
    }

    private static boolean answersThisPage(String label, Page page) {
        return page.called().contains(label) && !page.renamed().containsKey(label);
    }

    private boolean isNew(String label, boolean atFoot) {
        return !notes.containsKey(label) && (called.contains(label) || atFoot);
    }

    /** What follows a note in its size goes on with it. */
    private boolean takeRest(PdfLines.Line line) {
        boolean goesOn = isSmall(line) || underHeading && line.size() <= bodySize;
        if (open.isEmpty() || !goesOn) {
            open = "";
            return false;
        }
        StringBuilder whole = new StringBuilder(notes.get(open));
        lines.join(whole, MainText.bare(line.text()));
        notes.put(open, whole.toString());
        return true;
    }
}
