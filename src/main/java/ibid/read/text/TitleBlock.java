package ibid.read.text;

import ibid.read.manuscript.MetadataCollector;
import java.util.ArrayList;
import java.util.List;

/**
 * The title block of Pandoc: up to three fields that begin with "%", for title, authors and date. A line that begins
 * with a blank continues its field; authors may have a line each.
 *
 * @param fields without their signs
 * @param end   where the text after them begins
 */
record TitleBlock(List<String> fields, int end) {

    private static final int MAX_FIELDS = 3;
    private static final int AUTHORS = 1;
    private static final String SOURCE = "title block";

    /** Without fields if the text has no such block. */
    static TitleBlock of(String source) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at < source.length()) {
            boolean isField = source.startsWith("%", at) && !source.startsWith("%%", at) && fields.size() < MAX_FIELDS;
            boolean isContinued = !fields.isEmpty() && source.startsWith(" ", at);
            int end = endOfLine(source, at);
            String line = source.substring(at, end).strip();
            if (isField) {
                fields.add(line.substring(1).strip());
            } else if (isContinued && !line.isEmpty()) {
                String joint = fields.size() == AUTHORS + 1 && !fields.getLast().isEmpty() ? "; " : " ";
                fields.add((fields.removeLast() + joint + line).strip());
            } else {
                break;
            }
            at = Math.min(source.length(), end + 1);
        }
        return new TitleBlock(List.copyOf(fields), at);
    }

    private static int endOfLine(String source, int at) {
        int end = source.indexOf('\n', at);
        return end < 0 ? source.length() : end;
    }

    MetadataCollector titlePage() {
        MetadataCollector page = new MetadataCollector();
        page.offer(MetadataCollector.Item.TITLE, field(0), SOURCE)
                .offer(MetadataCollector.Item.AUTHOR, field(AUTHORS).replace(";", ","), SOURCE);
        return page.offerDay(MetadataCollector.Item.PUBLISHED, field(2), SOURCE);
    }

    private String field(int index) {
        return index < fields.size() ? fields.get(index) : "";
    }
}
