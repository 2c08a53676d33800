package ibid.read.entries;

import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Manuscript;
import java.util.Set;

/** Reads one row of a table as an article, after the row that names the columns. */
public final class RowFormat implements ArticleFormat {

    private static final int MAX_BYTES = 5 << 20;

    @Override
    public Set<String> extensions() {
        return RowSplitter.EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        byte[] bytes = file.content();
        TableRows rows = new TableRows(bytes, 0);
        int start = rows.end(0);
        RecordFields fields = RecordFields.of(rows.read(rows.values(0, start), start + 1, bytes.length));
        return EntryText.of(fields.stated(), fields.text(), fields.isSummary());
    }
}
