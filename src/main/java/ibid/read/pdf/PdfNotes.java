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
 * Extracts the notes of a PDF from its lines: at the foot of pages, or under a heading at the end. A note begins with a
 * label that equals a mark in the text. A mark without a note becomes plain figures again.
 */
final class PdfNotes {

    private static final double MAX_NOTE_SIZE_RATIO = 0.94; // to the size of the text: 9 points to 10 is usual

    private final float bodySize; // points
    private final LineJoiner lines;
    private final SequencedMap<String, String> notes;
    private final Set<String> called = new HashSet<>();
    private String openLabel = ""; // of the note that the next line may continue
    private boolean underHeading; // whether the notes at the end have begun

    /** The labels of the marks on one page, and new labels for those that an earlier page has, too. */
    private record Page(Set<String> called, Map<String, String> renamed) {}

    private PdfNotes(float bodySize, LineJoiner lines, SequencedMap<String, String> notes) {
        this.bodySize = bodySize;
        this.lines = lines;
        this.notes = notes;
    }

    /**
     * @param pages    without running heads
     * @param bodySize size of the running text, in points
     * @param notes    receives the notes by label
     * @return the pages without them
     */
    static List<List<PdfLines.Line>> take(
            List<List<PdfLines.Line>> pages, float bodySize, LineJoiner lines, SequencedMap<String, String> notes) {
        PdfNotes found = new PdfNotes(bodySize, lines, notes);
        List<List<PdfLines.Line>> kept = new ArrayList<>();
        for (List<PdfLines.Line> page : pages) {
            kept.add(found.withoutNotes(page));
        }
        kept.replaceAll(page -> page.stream().map(found::withoutUnmatchedMarks).toList());
        return kept;
    }

    private PdfLines.Line withoutUnmatchedMarks(PdfLines.Line line) {
        String text =
                InlineMarks.replace(line.text(), label -> notes.containsKey(label) ? InlineMarks.note(label) : label);
        return line.withText(text);
    }

    /** Whether the line looks like the first line of a note: small, with a label and some words. */
    static boolean isHead(PdfLines.Line line, float bodySize) {
        Optional<NoteMarks.Head> head = NoteMarks.head(line.text());
        return line.size() <= MAX_NOTE_SIZE_RATIO * bodySize
                && head.isPresent()
                && head.get().text().contains(" ");
    }

    private List<PdfLines.Line> withoutNotes(List<PdfLines.Line> lines) {
        Page page = new Page(new HashSet<>(), new HashMap<>());
        lines.forEach(line -> addCalls(line.text(), page.called()));
        called.addAll(page.called());
        if (!underHeading) {
            openLabel = "";
        }
        int foot = lines.size();
        while (foot > 0 && isSmall(lines.get(foot - 1))) {
            foot--;
        }
        List<PdfLines.Line> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PdfLines.Line line = lines.get(i);
            if (!called.isEmpty() && NoteHeadings.isOverNotes(line.text())) {
                underHeading = true;
            } else if (!takeHead(line, i >= foot, page) && !takeContinuation(line)) {
                kept.add(line);
            }
        }
        if (page.renamed().isEmpty()) {
            return kept;
        }
        return kept.stream().map(line -> renamed(line, page.renamed())).toList();
    }

    private static PdfLines.Line renamed(PdfLines.Line line, Map<String, String> names) {
        String text = InlineMarks.replace(line.text(), label -> InlineMarks.note(names.getOrDefault(label, label)));
        return line.withText(text);
    }

    /** Adds the labels of the marks in a line; a mark at its head is the label of a note. */
    private static void addCalls(String line, Set<String> labels) {
        boolean atHead = !line.isEmpty() && line.charAt(0) == InlineMarks.OPEN;
        String text = atHead ? line.substring(line.indexOf(InlineMarks.CLOSE) + 1) : line;
        InlineMarks.replace(text, label -> {
            labels.add(label);
            return "";
        });
    }

    private boolean isSmall(PdfLines.Line line) {
        return line.size() <= MAX_NOTE_SIZE_RATIO * bodySize;
    }

    /** @param atFoot whether only small lines follow on the page: there a label without a mark begins a note, too */
    private boolean takeHead(PdfLines.Line line, boolean atFoot, Page page) {
        Optional<NoteMarks.Head> head = NoteMarks.head(line.text());
        if (head.isEmpty() || !isSmall(line) && !underHeading) {
            return false;
        }
        String label = head.get().label();
        if (!isCalledOnPage(label, page) && !isNew(label, atFoot && isHead(line, bodySize))) {
            return false;
        }
        openLabel = NoteMarks.unusedLabel(label, notes);
        if (!openLabel.equals(label)) {
            page.renamed().put(label, openLabel);
        }
        notes.put(openLabel, MainText.plain(head.get().text()));
        return true;
    }

    private static boolean isCalledOnPage(String label, Page page) {
        return page.called().contains(label) && !page.renamed().containsKey(label);
    }

    private boolean isNew(String label, boolean atFoot) {
        return !notes.containsKey(label) && (called.contains(label) || atFoot);
    }

    /** Adds a line to the open note where it has the size of a note. */
    private boolean takeContinuation(PdfLines.Line line) {
        boolean continues = isSmall(line) || underHeading && line.size() <= bodySize;
        if (openLabel.isEmpty() || !continues) {
            openLabel = "";
            return false;
        }
        StringBuilder note = new StringBuilder(notes.get(openLabel));
        lines.join(note, MainText.plain(line.text()));
        notes.put(openLabel, note.toString());
        return true;
    }
}
