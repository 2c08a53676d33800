package ibid.read.text;

import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.manuscript.StatedTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text without the header and the licence that Project Gutenberg puts around its books. Their lines are blank in it,
 * so that the others keep their numbers.
 *
 * @param removed the lines of header and licence
 * @param stated  title and author as the header states them
 */
record GutenbergText(String text, List<String> removed, MetadataCollector stated) {

    private static final List<String> STARTS = List.of(
            "START OF THE PROJECT GUTENBERG",
            "START OF THIS PROJECT GUTENBERG",
            "END THE SMALL PRINT", // before 2005 the licence was above the text
            "END*THE SMALL PRINT");
    private static final List<String> ENDS =
            List.of("END OF THE PROJECT GUTENBERG", "END OF THIS PROJECT GUTENBERG", "END OF PROJECT GUTENBERG");
    private static final List<String> CREDITS =
            List.of("PRODUCED BY", "E-TEXT PREPARED BY", "TRANSCRIBED FROM", "THIS ETEXT WAS PREPARED BY");
    private static final int MAX_MARKER_LINES = 3; // a long title is wrapped
    private static final int MAX_HEADER_LINES = 600; // the old licence has about 350

    GutenbergText {
        removed = List.copyOf(removed);
    }

    static GutenbergText of(String text) {
        List<String> lines = text.lines().toList();
        int marker = startMarker(lines);
        if (marker < 0) {
            return new GutenbergText(text, List.of(), new MetadataCollector());
        }
        int start = afterCredits(lines, afterMarker(lines, marker));
        int end = start;
        while (end < lines.size() && !begins(lines.get(end), ENDS)) {
            end++;
        }
        List<String> removed = new ArrayList<>(lines.subList(0, start));
        removed.addAll(lines.subList(end, lines.size()));
        removed.removeIf(String::isBlank);
        String book = "\n".repeat(start) + String.join("\n", lines.subList(start, end));
        return new GutenbergText(book, removed, stated(lines.subList(0, marker)));
    }

    private static int startMarker(List<String> lines) {
        int marker = -1;
        for (int i = 0; i < Math.min(lines.size(), MAX_HEADER_LINES); i++) {
            boolean isMarked = lines.get(i).startsWith("*");
            marker = isMarked && begins(lines.get(i), STARTS) ? i : marker;
        }
        return marker;
    }

    private static boolean begins(String line, List<String> openings) {
        int start = 0;
        while (start < line.length() && (line.charAt(start) == '*' || line.charAt(start) == ' ')) {
            start++;
        }
        String words = line.substring(start).toUpperCase(Locale.ROOT);
        return openings.stream().anyMatch(words::startsWith);
    }

    private static int afterMarker(List<String> lines, int marker) {
        int last = Math.min(lines.size(), marker + MAX_MARKER_LINES);
        for (int i = marker; i < last && !lines.get(i).isBlank(); i++) {
            if (lines.get(i).stripTrailing().endsWith("*")) {
                return i + 1;
            }
        }
        return marker + 1;
    }

    /** The index after the paragraph that says who made the file, if that opens the text. */
    private static int afterCredits(List<String> lines, int start) {
        int first = start;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size() || !begins(lines.get(first), CREDITS)) {
            return start;
        }
        while (first < lines.size() && !lines.get(first).isBlank()) {
            first++;
        }
        return first;
    }

    private static MetadataCollector stated(List<String> header) {
        String author = String.join(", ", values(header, "Author:"));
        return new MetadataCollector()
                .offer(Item.TITLE, String.join(" ", values(header, "Title:")), "header of the e-book")
                .offer(Item.AUTHOR, StatedTitle.author(author), "header of the e-book");
    }

    /** The values of the header's lines with that label; one goes on in the indented lines under it. */
    private static List<String> values(List<String> header, String label) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!header.get(i).startsWith(label)) {
                continue;
            }
            StringBuilder value = new StringBuilder(header.get(i).substring(label.length()));
            while (i + 1 < header.size() && isIndented(header.get(i + 1))) {
                value.append(' ').append(header.get(++i).strip());
            }
            values.add(value.toString().strip());
        }
        return values;
    }

    private static boolean isIndented(String line) {
        return !line.isBlank() && Character.isWhitespace(line.charAt(0));
    }
}
