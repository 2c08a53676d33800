package ibid.read.pdf;

import ibid.read.manuscript.LineJoiner;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the notes at the foot of a PDF's pages, or under a heading at its end, out of its lines: what begins with a label that
 * a mark in the text calls. A mark that no note answers becomes the figure it was.
 */
final class PdfNotes {

    private static final double SMALL = 0.94; // of the size of the text: nine on ten points
    private static final Pattern HEADING =
            Pattern.compile("(?i)(?:end ?|foot)?notes?|references|sources|anmerkungen|notes et références");
    private static final Pattern HEAD =
            Pattern.compile("^(?:" + Manuscript.MARK_OPEN + "(?<raised>[^" + Manuscript.MARK_CLOSE + "]+)"
                    + Manuscript.MARK_CLOSE + "|\\[?(?<plain>\\d{1,3}|[*†‡§]{1,3})[].)]?(?=\\s))\\s*(?<text>\\S.*)$");
    private static final Pattern CALL = Pattern.compile(
            "(?<=.)" + Manuscript.MARK_OPEN + "([^" + Manuscript.MARK_CLOSE + "]+)" + Manuscript.MARK_CLOSE);
    private static final Pattern MARK =
            Pattern.compile(Manuscript.MARK_OPEN + "([^" + Manuscript.MARK_CLOSE + "]+)" + Manuscript.MARK_CLOSE);

    private final float body;
    private final LineJoiner lines;
    private final SequencedMap<String, String> notes;
    private final Set<String> called = new HashSet<>();
    private String open = ""; // label of the note that may go on
    private boolean atEnd; // under the heading of the notes

    private PdfNotes(float body, LineJoiner lines, SequencedMap<String, String> notes) {
        this.body = body;
        this.lines = lines;
        this.notes = notes;
    }

    /**
     * @param pages without running heads
     * @param body  size of the running text, in points
     * @param notes takes them, by label
     * @return the pages without them
     */
    static List<List<PdfLines.Line>> taken(
            List<List<PdfLines.Line>> pages, float body, LineJoiner lines, SequencedMap<String, String> notes) {
        PdfNotes found = new PdfNotes(body, lines, notes);
        List<List<PdfLines.Line>> left = new ArrayList<>();
        for (List<PdfLines.Line> page : pages) left.add(found.page(page));
        return left.stream()
                .map(page -> page.stream()
                        .map(line -> with(
                                line,
                                MARK.matcher(line.text())
                                        .replaceAll(mark -> Matcher.quoteReplacement(
                                                notes.containsKey(mark.group(1)) ? mark.group() : mark.group(1)))))
                        .toList())
                .toList();
    }

    /** Whether it looks like the first line of a note: small, a label and some words. */
    static boolean head(PdfLines.Line line, float body) {
        Matcher head = HEAD.matcher(line.text());
        return line.size() <= SMALL * body
                && head.matches()
                && head.group("text").contains(" ");
    }

    private static PdfLines.Line with(PdfLines.Line line, String text) {
        return new PdfLines.Line(text, line.size(), line.last());
    }

    private List<PdfLines.Line> page(List<PdfLines.Line> page) {
        Set<String> here = new HashSet<>();
        page.forEach(line -> CALL.matcher(line.text()).results().forEach(call -> here.add(call.group(1))));
        called.addAll(here);
        Map<String, String> renamed = new HashMap<>();
        List<PdfLines.Line> left = new ArrayList<>();
        if (!atEnd) open = "";
        int foot = page.size();
        while (foot > 0 && page.get(foot - 1).size() <= SMALL * body) foot--;
        for (int i = 0; i < page.size(); i++) {
            PdfLines.Line line = page.get(i);
            if (!called.isEmpty() && HEADING.matcher(line.text()).matches()) atEnd = true;
            else if (!take(line, i >= foot, here, renamed)) left.add(line);
        }
        if (renamed.isEmpty()) return left;
        return left.stream()
                .map(line -> with(
                        line,
                        MARK.matcher(line.text())
                                .replaceAll(mark -> Matcher.quoteReplacement(
                                        Manuscript.mark(renamed.getOrDefault(mark.group(1), mark.group(1)))))))
                .toList();
    }

    /**
     * @param atFoot  whether nothing but small lines follows on the page: there a label that nothing calls is a note's too
     * @param renamed takes the labels that were used on an earlier page too
     */
    private boolean take(PdfLines.Line line, boolean atFoot, Set<String> here, Map<String, String> renamed) {
        boolean small = line.size() <= SMALL * body;
        Matcher head = HEAD.matcher(line.text());
        String label = !head.matches() ? "" : head.group("raised") != null ? head.group("raised") : head.group("plain");
        if ((small || atEnd)
                && (here.contains(label) && !renamed.containsKey(label)
                        || (called.contains(label) || atFoot && !label.isEmpty() && head(line, body))
                                && !notes.containsKey(label))) {
            open = Manuscript.free(label, notes);
            if (!open.equals(label)) renamed.put(label, open);
            notes.put(open, MainText.bare(head.group("text")));
            return true;
        }
        if (open.isEmpty() || !small && !(atEnd && line.size() <= body)) {
            open = "";
            return false;
        }
        StringBuilder whole = new StringBuilder(notes.get(open));
        lines.join(whole, MainText.bare(line.text()));
        notes.put(open, whole.toString());
        return true;
    }
}
