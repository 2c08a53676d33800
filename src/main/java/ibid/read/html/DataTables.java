package ibid.read.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Distinguishes a page's data tables from layout tables. */
final class DataTables {

    private static final int MAX_CELL_CHARS = 400; // a table with longer cells is a layout table

    private DataTables() {}

    /**
     * Tables with several short cells in a row that contain neither a table nor the article.
     *
     * @param body the element of the article, in the page
     */
    static Set<Element> in(Element page, Element body) {
        Set<Element> layout = layoutTables(page, body);
        Set<Element> data = new HashSet<>();
        countColumns(page).forEach((table, columns) -> {
            if (columns > 1 && !layout.contains(table)) {
                data.add(table);
            }
        });
        return data;
    }

    private static Set<Element> layoutTables(Element page, Element body) {
        Set<Element> layout = new HashSet<>(body.parents());
        for (Element table : page.select("table table")) {
            layout.add(table.parent().closest("table"));
        }
        for (Element row : page.select("tr")) {
            Element table = row.closest("table");
            if (table != null && !layout.contains(table) && hasLongCell(row)) {
                layout.add(table);
            }
        }
        return layout;
    }

    private static boolean hasLongCell(Element row) {
        for (Element cell : row.children()) {
            if (cell.text().length() > MAX_CELL_CHARS) {
                return true;
            }
        }
        return false;
    }

    /** The cells of each table's longest row. */
    private static Map<Element, Integer> countColumns(Element page) {
        Map<Element, Integer> columns = new HashMap<>();
        for (Element row : page.select("tr")) {
            Element table = row.closest("table");
            if (table != null) {
                columns.merge(table, row.childrenSize(), Math::max);
            }
        }
        return columns;
    }
}
