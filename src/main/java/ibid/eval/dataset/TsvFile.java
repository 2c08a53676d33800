package ibid.eval.dataset;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads and writes tab-separated cells; quotation marks have no special meaning. */
public final class TsvFile {

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter('\t')
            .setQuote(null)
            .setIgnoreEmptyLines(true)
            .setRecordSeparator('\n')
            .get();

    private TsvFile() {}

    /** The cells of one line; line numbers start at 1. */
    public record Row(int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Reads the lines, without the blank ones. */
    public static List<Row> rows(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(new StringReader(String.join("\n", lines) + "\n"))) {
            for (CSVRecord one : parser) {
                rows.add(new Row((int) parser.getCurrentLineNumber(), one.toList()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        rows.removeIf(Row::isBlank);
        return rows;
    }

    /** A tab or a line break within a cell becomes a space. */
    static String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try {
            for (List<String> row : rows) {
                List<String> plain = row.stream()
                        .map(cell -> cell.replaceAll("\\s+", " ").strip())
                        .toList();
                FORMAT.printRecord(text, plain.toArray());
            }
            return text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
