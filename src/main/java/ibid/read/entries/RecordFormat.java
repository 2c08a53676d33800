package ibid.read.entries;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Manuscript;
import java.util.Set;

/** Reads one record of JSON as an article: its text, HTML or plain, and what its other fields state. */
public final class RecordFormat implements ArticleFormat {

    private static final int MAX_BYTES = 5 << 20;

    @Override
    public Set<String> extensions() {
        return RecordSplitter.EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        byte[] bytes = file.content();
        int start = EntryFile.start(file);
        JsonNode record = JsonValues.tree(bytes, start, bytes.length)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IbidException(IbidException.Code.INVALID, "it is not a JSON object"));
        RecordFields fields = new RecordFields(record);
        if (fields.text().isBlank()) {
            throw new IbidException(IbidException.Code.INVALID, "it has no field " + RecordFields.WANTED);
        }
        return EntryText.of(fields.stated(), fields.text(), fields.isSummary());
    }
}
