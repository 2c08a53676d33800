package ibid.read.pdf;

import ibid.read.manuscript.MainText;
import ibid.read.manuscript.NoteMarks;
import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Removes running heads, running feet and page numbers: lines at the edges of pages that recur on half of them, numbers
 * aside. Left and right pages are counted separately, because they often differ.
 */
final class RunningHeads {

    private static final int EDGE_LINES = 2; // at either end of a page; they may be a running head
    private static final double MIN_RECURRING_SHARE = 0.5; // of the pages that have the running head
    private static final double MIN_DISTANCE = 1.45; // from the text, in the size of the line
    private static final double MIN_SIZE_DIFFERENCE = 0.1;
    private static final int MIN_WORDS_OF_REPORT = 12;
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)(?:page |- ?)?(?:\\d{1,4}|[ivxl]{1,6})(?: ?-| (?:of|/) \\d{1,4})?");

    private final List<List<PdfLines.Line>> pages;
    private final float bodySize; // points
    private final Set<String> recurring;
    private final Set<String> counting = new HashSet<>(); // feet whose number grows by one a page

    private RunningHeads(List<List<PdfLines.Line>> pages, float bodySize) {
        this.pages = pages;
        this.bodySize = bodySize;
        this.recurring = recurring();
        findCounting();
    }

    /** @param removed receives what is removed */
    static List<List<PdfLines.Line>> removeFrom(
            List<List<PdfLines.Line>> pages, float bodySize, Collection<String> removed) {
        RunningHeads heads = new RunningHeads(pages, bodySize);
        List<String> taken = new ArrayList<>();
        List<List<PdfLines.Line>> kept =
                pages.stream().map(page -> heads.without(page, taken)).toList();
        if (kept.stream().allMatch(List::isEmpty)) {
            return pages; // of pages with nothing else, these lines are the text
        }
        removed.addAll(taken);
        return kept;
    }

    private List<PdfLines.Line> without(List<PdfLines.Line> page, Collection<String> removed) {
        Set<PdfLines.Line> top = top(page), bottom = bottom(page);
        List<PdfLines.Line> kept = new ArrayList<>();
        for (PdfLines.Line line : page) {
            boolean atEdge = top.contains(line) || bottom.contains(line);
            if (atEdge && isBoilerplate(line, !top.contains(line))) {
                removed.add(MainText.plain(line.text()));
            } else {
                kept.add(line);
            }
        }
        return kept;
    }

    private boolean isBoilerplate(PdfLines.Line line, boolean atBottom) {
        String words = MainText.plain(line.text());
        if (PAGE_NUMBER.matcher(words).matches()) {
            return true;
        }
        boolean mayBeNote = atBottom && PdfNotes.isHead(line, bodySize) && !counting.contains(withoutNumbers(line));
        return recurring.contains(withoutNumbers(line)) && !mayBeNote && !isReport(line, words);
    }

    /** Whether the line is a sentence with other numbers on each page, as of a ledger. */
    private static boolean isReport(PdfLines.Line line, String words) {
        boolean differs = !withoutNumbers(line).equals(line.text().strip());
        return differs && WordCount.of(words) >= MIN_WORDS_OF_REPORT && PdfNotes.isProse(words);
    }

    private static Set<PdfLines.Line> top(List<PdfLines.Line> page) {
        return edge(page, Comparator.comparingDouble(line -> line.place().base()));
    }

    private static Set<PdfLines.Line> bottom(List<PdfLines.Line> page) {
        return edge(page, Comparator.comparingDouble(line -> -line.place().base()));
    }

    /** The few lines at an edge of a page that stand apart from the rest; none if the text itself begins there. */
    private static Set<PdfLines.Line> edge(List<PdfLines.Line> page, Comparator<PdfLines.Line> order) {
        List<PdfLines.Line> inward =
                page.stream().sorted(order).limit(EDGE_LINES + 1).toList();
        Set<PdfLines.Line> edge = new HashSet<>();
        for (int i = 0; i < inward.size() && i < EDGE_LINES; i++) {
            edge.add(inward.get(i));
            if (i + 1 == inward.size() || areApart(inward.get(i), inward.get(i + 1))) {
                return edge;
            }
        }
        return Set.of();
    }

    private static boolean areApart(PdfLines.Line one, PdfLines.Line other) {
        double distance = Math.abs(one.place().base() - other.place().base());
        double size = Math.max(one.size(), other.size());
        boolean otherSize = Math.abs(one.size() - other.size()) > MIN_SIZE_DIFFERENCE * size;
        return distance > MIN_DISTANCE * size || otherSize && distance > size / 2;
    }

    private Set<String> recurring() {
        Map<String, Integer> counts = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            Set<String> edges = new HashSet<>();
            for (PdfLines.Line line : edges(pages.get(page))) {
                edges.add(page % 2 + withoutNumbers(line));
            }
            edges.forEach(edge -> counts.merge(edge, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(line -> line.getValue() + counts.getOrDefault(onFacingPages(line.getKey()), 0) > 1
                        && line.getValue() >= MIN_RECURRING_SHARE * (pages.size() / 2))
                .map(line -> line.getKey().substring(1))
                .collect(Collectors.toSet());
    }

    private static Set<PdfLines.Line> edges(List<PdfLines.Line> page) {
        Set<PdfLines.Line> edges = new HashSet<>(top(page));
        edges.addAll(bottom(page));
        return edges;
    }

    /** Finds the feet that begin with the number of their page: a note's label does not grow so. */
    private void findCounting() {
        Map<String, Integer> offsets = new HashMap<>();
        for (int page = 0; page < pages.size(); page++) {
            for (PdfLines.Line line : edges(pages.get(page))) {
                Optional<NoteMarks.Head> head = NoteMarks.head(line.text()).filter(NoteMarks.Head::isNumber);
                if (head.isPresent()) {
                    int offset = Integer.parseInt(head.get().label()) - page;
                    Integer before = offsets.put(withoutNumbers(line), offset);
                    if (before != null && before == offset) {
                        counting.add(withoutNumbers(line));
                    }
                }
            }
        }
    }

    private static String onFacingPages(String edge) {
        return (edge.charAt(0) == '0' ? "1" : "0") + edge.substring(1);
    }

    private static String withoutNumbers(PdfLines.Line line) {
        return line.text().replaceAll("\\d+", "0").strip();
    }
}
