package ibid.read.entries;

import ibid.IbidException;
import ibid.read.bytes.Decoder;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a table whose columns are separated by commas, semicolons, tabs or bars; the first names the columns. */
final class TableRows {

    private static final String SEPARATORS = ",;\t|";
    private static final char QUOTE = '"';

    private final byte[] bytes;
    private final char separator;

    /** @param start of the row that names the columns */
    TableRows(byte[] bytes, int start) {
        this.bytes = bytes;
        separator = separatorOf(bytes, start);
    }

    /** The sign that is most often in the first line. */
    private static char separatorOf(byte[] bytes, int start) {
        int[] counts = new int[SEPARATORS.length()];
        for (int at = start; at < bytes.length && bytes[at] != '\n'; at++) {
            int sign = SEPARATORS.indexOf(bytes[at]);
            if (sign >= 0) {
                counts[sign]++;
            }
        }
        int most = 0;
        for (int sign = 1; sign < counts.length; sign++) {
            most = counts[sign] > counts[most] ? sign : most;
        }
        return SEPARATORS.charAt(most);
    }

    /** The end of the row that begins there, without its line break; a value in quotes may hold line breaks. */
    int end(int start) {
        boolean isQuoted = false;
        int at = start;
        while (at < bytes.length && (isQuoted || bytes[at] != '\n')) {
            boolean isFirst = at == start || bytes[at - 1] == separator;
            if (bytes[at] == QUOTE && isQuoted && isEscaped(at)) {
                at++;
            } else if (bytes[at] == QUOTE) {
                isQuoted = !isQuoted && isFirst;
            }
            at++;
        }
        return Math.min(at, bytes.length);
    }

    /** Whether the quotation mark is the first of two, which stand for one. */
    private boolean isEscaped(int at) {
        return at + 1 < bytes.length && bytes[at + 1] == QUOTE;
    }

    /** The values of a row by the names of their columns. */
    Map<String, String> read(List<String> columns, int start, int end) {
        List<String> values = values(start, end);
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 0; column < Math.min(columns.size(), values.size()); column++) {
            row.putIfAbsent(columns.get(column), values.get(column));
        }
        return row;
    }

    /** The values of a row, or the names of the columns. */
    List<String> values(int start, int end) {
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote(QUOTE)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        String text = Decoder.decode(Arrays.copyOfRange(bytes, start, end));
        try (CSVParser parser = format.parse(new StringReader(text))) {
            List<CSVRecord> rows = parser.getRecords();
            return rows.isEmpty() ? List.of() : rows.getFirst().toList();
        } catch (IOException broken) {
            throw new IbidException(IbidException.Code.INVALID, "it is no row of a table");
        }
    }
}
