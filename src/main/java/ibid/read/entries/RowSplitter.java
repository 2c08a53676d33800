package ibid.read.entries;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the rows of a table of articles (CSV): the first row names the columns, as a record's fields are named. */
public final class RowSplitter implements EntrySplitter {

    static final Set<String> EXTENSIONS = Set.of("csv", "tsv");

    private static final int MAX_BYTES = 50 << 20; // some 10,000 articles
    private static final String NO_COLUMN =
            "it is no table of articles: its first line names no column " + RecordFields.WANTED;
    private static final String NO_TEXT = "it has no text";

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public List<ArticleEntry> split(FileBytes file) {
        byte[] bytes = file.content();
        int first = EntryFile.start(file);
        TableRows rows = new TableRows(bytes, first);
        int start = rows.end(first);
        List<String> columns = rows.values(first, start);
        requireText(columns);
        String head = ascii(Arrays.copyOfRange(bytes, first, start)) + "\n";
        EntryCollector articles = new EntryCollector(bytes);
        for (int number = 2; start < bytes.length && !articles.isFull(); number++) {
            int end = rows.end(start + 1);
            add(articles, rows.read(columns, start + 1, end), "row " + number, head, start + 1, end);
            start = end;
        }
        return articles.entriesOr("no row of it is an article");
    }

    private static void requireText(List<String> columns) {
        Map<String, String> names = new HashMap<>();
        columns.forEach(column -> names.put(column, column));
        if (RecordFields.of(names).text().isBlank()) {
            throw new IbidException(IbidException.Code.INVALID, NO_COLUMN);
        }
    }

    /** The names of the columns that are known are in ASCII; the others need only be told apart from these. */
    private static String ascii(byte[] columns) {
        return new String(columns, StandardCharsets.US_ASCII)
                .replace('\uFFFD', '?')
                .stripTrailing();
    }

    private static void add(
            EntryCollector articles, Map<String, String> row, String place, String head, int start, int end) {
        RecordFields fields = RecordFields.of(row);
        boolean isBlank = row.values().stream().allMatch(String::isBlank);
        if (!fields.text().isBlank()) {
            articles.add(fields.identity(), place, head, start, end);
        } else if (!isBlank) {
            articles.addProblem(place, start, end, NO_TEXT);
        }
    }
}
