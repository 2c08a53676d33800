package ibid.read.pdf;

import ibid.read.manuscript.Exponents;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
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
 * Takes the notes at the feet of a PDF's pages from its lines. A note is set smaller than the text, nothing of the text
 * stands below it, and it begins with a label that equals a mark in the text of the page or of the page before. A mark
 * without a note becomes a raised figure again.
 */
final class PdfNotes {

    private static final double MAX_NOTE_SIZE_RATIO = 0.94; // to the size of the text: 9 points to 10 is usual
    private static final double SAME_SIZE = 0.06; // difference of a note's lines, and of the lines of text
    private static final double MAX_DISTANCE = 2.2; // of a note's lines, in their size
    private static final int MAX_LINES = 2_000; // of a page that has notes
    private static final int MIN_PROSE_WORDS = 7; // of a line
    private static final double MIN_LOWER_CASE_SHARE = 0.55; // of a line's words; names have capitals
    private static final int MAX_SKIPPED_LABELS = 1; // in a page's notes: a note may lie in a picture

    private final float bodySize; // points
    private final LineJoiner lines;
    private final SequencedMap<String, String> notes;
    private final List<Page> pages = new ArrayList<>();
    private String openLabel = ""; // of the note that the next line may continue, on the page before or on this one
    private PdfLines.Line lastLine; // of a note of this page, or null
    private Set<String> listed = Set.of(); // labels of a list at the end that raised marks call
    private boolean isInText; // whether the running text has begun: names of authors have marks that call no notes

    /**
     * @param calls   labels of the marks in its running text
     * @param calling the lines of it
     * @param labels  from a label to that of its note, which is another where an earlier page has the label, too
     */
    private record Page(Set<String> calls, Set<PdfLines.Line> calling, Map<String, String> labels) {

        /** A line with marks of notes that are there; all other marks are raised figures. */
        PdfLines.Line marked(PdfLines.Line line) {
            int head = atHead(line.text()) ? line.text().indexOf(InlineMarks.CLOSE) + 1 : 0;
            boolean calls = calling.contains(line);
            String start = InlineMarks.replace(line.text().substring(0, head), Exponents::raised);
            return line.withText(start
                    + InlineMarks.replace(
                            line.text().substring(head),
                            label -> calls && labels.containsKey(label)
                                    ? InlineMarks.note(labels.get(label))
                                    : Exponents.raised(label)));
        }
    }

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
        found.listed = listed(pages);
        List<List<PdfLines.Line>> kept = new ArrayList<>();
        for (List<PdfLines.Line> page : pages) {
            kept.add(found.withoutNotes(page));
        }
        for (int i = 0; i < kept.size(); i++) {
            Page page = found.pages.get(i);
            kept.set(i, kept.get(i).stream().map(page::marked).toList());
        }
        return kept;
    }

    /**
     * The labels of a list under the last heading of notes or sources; none where the text calls such a list in
     * brackets.
     */
    private static Set<String> listed(List<List<PdfLines.Line>> pages) {
        List<PdfLines.Line> all = pages.stream().flatMap(List::stream).toList();
        int start = all.size();
        while (start > 0 && !NoteHeadings.isOverNotes(all.get(start - 1).text())) {
            start--;
        }
        if (start == 0) {
            return Set.of();
        }
        boolean callsInBrackets = all.subList(0, start).stream()
                .flatMap(line -> NoteMarks.calls(line.text()).stream())
                .anyMatch(call -> call.end() - call.start() > call.label().length());
        Set<String> labels = new HashSet<>();
        for (PdfLines.Line line : all.subList(start, all.size())) {
            NoteMarks.head(line.text()).ifPresent(head -> labels.add(head.label()));
        }
        return callsInBrackets ? Set.of() : labels;
    }

    /** Whether the line looks like the first line of a note: small, with a label and some words. */
    static boolean isHead(PdfLines.Line line, float bodySize) {
        return isSmall(line, bodySize)
                && !line.row()
                && NoteMarks.head(line.text())
                        .filter(head ->
                                head.text().contains(" ") && head.text().chars().anyMatch(Character::isLetter))
                        .isPresent();
    }

    private static boolean isSmall(PdfLines.Line line, float bodySize) {
        return line.size() <= MAX_NOTE_SIZE_RATIO * bodySize;
    }

    private List<PdfLines.Line> withoutNotes(List<PdfLines.Line> page) {
        Set<PdfLines.Line> foot = foot(page);
        Page open = opened(page, foot);
        lastLine = null;
        List<PdfLines.Line> text = new ArrayList<>();
        for (PdfLines.Line line : page) {
            if (!foot.contains(line) || !takes(line, open)) {
                text.add(line);
                openLabel = lastLine == null ? openLabel : "";
            }
        }
        openLabel = openLabel.isEmpty() || isFinished(notes.get(openLabel)) ? "" : openLabel;
        pages.add(open);
        return text;
    }

    /** Takes a line of the foot that begins or continues a note. */
    private boolean takes(PdfLines.Line line, Page page) {
        Optional<String> begun = begun(line, page);
        if (begun.isEmpty() && (openLabel.isEmpty() || !continues(lastLine, line))) {
            return false;
        }
        if (begun.isEmpty()) {
            append(openLabel, line);
        }
        openLabel = begun.orElse(openLabel);
        lastLine = line;
        return true;
    }

    /** The small lines below which nothing of the text stands, from the first that begins a note. */
    private Set<PdfLines.Line> foot(List<PdfLines.Line> page) {
        Set<PdfLines.Line> foot = new HashSet<>();
        if (page.size() > MAX_LINES) {
            return foot;
        }
        for (PdfLines.Line line : page) {
            boolean isFoot = isSmall(line, bodySize)
                    && !line.row()
                    && page.stream().noneMatch(other -> isText(other) && isBelow(other, line));
            if (isFoot) {
                foot.add(line);
            }
        }
        return foot;
    }

    private boolean isText(PdfLines.Line line) {
        return !isSmall(line, bodySize) && line.text().length() > 1;
    }

    private static boolean isBelow(PdfLines.Line low, PdfLines.Line high) {
        boolean overlaps = low.place().start() < high.place().end()
                && high.place().start() < low.place().end();
        return overlaps && low.place().base() > high.place().base();
    }

    private Page opened(List<PdfLines.Line> page, Set<PdfLines.Line> foot) {
        Page opened = new Page(new HashSet<>(), new HashSet<>(), new HashMap<>());
        for (PdfLines.Line line : page) {
            isInText |= isProse(line);
            if (isInText && !foot.contains(line) && !line.row()) {
                opened.calling().add(line);
                addCalls(line.text(), opened.calls());
            }
        }
        return opened;
    }

    private boolean isProse(PdfLines.Line line) {
        return Math.abs(line.size() - bodySize) <= SAME_SIZE * bodySize && isProse(line.text());
    }

    /** Whether most words begin in lower case: those of names and titles do not. */
    static boolean isProse(String text) {
        String[] words = MainText.plain(text).split(" ");
        long small = 0;
        for (String word : words) {
            small += !word.isEmpty() && Character.isLowerCase(word.charAt(0)) ? 1 : 0;
        }
        return words.length >= MIN_PROSE_WORDS && small >= MIN_LOWER_CASE_SHARE * words.length;
    }

    /** Adds the labels of the marks in a line; a mark at its head is the label of a note. */
    private static void addCalls(String line, Set<String> labels) {
        String text = atHead(line) ? line.substring(line.indexOf(InlineMarks.CLOSE) + 1) : line;
        InlineMarks.replace(text, label -> {
            labels.add(label);
            return "";
        });
    }

    private static boolean atHead(String line) {
        return !line.isEmpty() && line.charAt(0) == InlineMarks.OPEN;
    }

    /** Takes the note that a line of the foot begins, if it begins one that is called; returns its label. */
    private Optional<String> begun(PdfLines.Line line, Page page) {
        Optional<NoteMarks.Head> head = isHead(line, bodySize) ? NoteMarks.head(line.text()) : Optional.empty();
        if (head.isEmpty() || !mayBegin(head.get(), page)) {
            return Optional.empty();
        }
        String label = head.get().label();
        boolean isCalled = page.calls().contains(label), isLate = !isCalled && isCalledBefore(label);
        if (!isCalled && !isLate && !follows(label, page)) {
            return Optional.empty();
        }
        String unused = Manuscript.unusedLabel(label, notes);
        page.labels().put(label, unused);
        if (isLate) {
            pages.getLast().labels().put(label, unused);
        }
        notes.put(unused, MainText.plain(head.get().text()));
        return Optional.of(unused);
    }

    /** Whether the label is new on the page, in order, and not of a row whose note is in a list at the end. */
    private boolean mayBegin(NoteMarks.Head head, Page page) {
        boolean isListed = listed.contains(head.label()) && head.form() != NoteMarks.Form.RAISED;
        return !isListed && !page.labels().containsKey(head.label()) && isInOrder(head.label(), page);
    }

    /** Whether the page before calls the note and does not have it. */
    private boolean isCalledBefore(String label) {
        return !pages.isEmpty()
                && pages.getLast().calls().contains(label)
                && !pages.getLast().labels().containsKey(label);
    }

    /** Whether the label is the next after a note of the page. */
    private static boolean follows(String label, Page page) {
        return label.matches("\\d{1,3}") && page.labels().containsKey(Integer.toString(Integer.parseInt(label) - 1));
    }

    /** Whether the label is not far from the other notes' of the page: the rows of a table have any number. */
    private static boolean isInOrder(String label, Page page) {
        if (!label.matches("\\d{1,3}")) {
            return true;
        }
        int number = Integer.parseInt(label), highest = 0;
        for (String other : page.labels().keySet()) {
            highest = other.matches("\\d{1,3}") ? Math.max(highest, Integer.parseInt(other)) : highest;
        }
        return highest == 0 || number > highest && number <= highest + 1 + MAX_SKIPPED_LABELS;
    }

    private boolean continues(PdfLines.Line last, PdfLines.Line line) {
        if (last == null) {
            return true; // of the note of the page before
        }
        double distance = line.place().base() - last.place().base();
        boolean isNear = distance < 0 || distance < MAX_DISTANCE * line.size();
        return isNear && Math.abs(line.size() - last.size()) <= SAME_SIZE * last.size();
    }

    private void append(String label, PdfLines.Line line) {
        StringBuilder note = new StringBuilder(notes.get(label));
        lines.join(note, MainText.plain(line.text()));
        notes.put(label, note.toString());
    }

    private static boolean isFinished(String note) {
        return note != null && !note.isEmpty() && ".!?)”\"".indexOf(note.charAt(note.length() - 1)) >= 0;
    }
}
