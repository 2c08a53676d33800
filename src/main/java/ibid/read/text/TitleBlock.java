package ibid.read.text;

import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.List;

/**
 * The title block of Pandoc: up to three lines that begin with "%", for title, authors and date.
 *
 * @param lines without their signs
 * @param end   where the text after them begins
 */
record TitleBlock(List<String> lines, int end) {

    private static final int MAX_LINES = 3;
    private static final String SOURCE = "title block";

    /** Without lines if the text has no such block. */
    static TitleBlock of(String source) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (lines.size() < MAX_LINES && source.startsWith("%", at) && !source.startsWith("%%", at)) {
            int end = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
            lines.add(source.substring(at + 1, end).strip());
            at = Math.min(source.length(), end + 1);
        }
        return new TitleBlock(List.copyOf(lines), at);
    }

    MetadataCollector titlePage() {
        MetadataCollector page = new MetadataCollector();
        page.offer(MetadataCollector.Item.TITLE, line(0), SOURCE)
                .offer(MetadataCollector.Item.AUTHOR, line(1).replace(";", ","), SOURCE);
        return page.offerDay(MetadataCollector.Item.PUBLISHED, line(2), SOURCE);
    }

    private String line(int index) {
        return index < lines.size() ? lines.get(index) : "";
    }
}
