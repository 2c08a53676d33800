package ibid.eval.report;

import ibid.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A page in one file: its blocks are JSON in the template {@code page.html}, and {@code page.js} renders them in the
 * browser.
 */
record HtmlPage(String title, List<Block> blocks) {

    HtmlPage {
        blocks = List.copyOf(blocks);
    }

    /** @param type the name of the function in {@code page.js} that renders the content */
    record Block(String type, Object content) {}

    private record Heading(String text, String id) {}

    private record Paragraph(String text, String style) {}

    /** A term and its definition. */
    record Definition(String name, String value) {}

    /** A figure in large type. */
    record Tile(String name, String value, String range, String meaning, String note) {}

    /**
     * A cell of a table.
     *
     * @param link the anchor that its text links to, or empty
     * @param note a caveat shown next to it, or empty
     */
    record Cell(String text, String style, String link, String note) {

        static Cell text(String text) {
            return new Cell(text, "", "", "");
        }

        static Cell number(String text) {
            return new Cell(text, "number", "", "");
        }
    }

    record Table(List<Cell> head, List<List<Cell>> rows) {}

    static Block heading(String text, String id) {
        return new Block("heading", new Heading(text, id));
    }

    static Block subheading(String text) {
        return new Block("subheading", new Heading(text, ""));
    }

    static Block soft(String text) {
        return new Block("paragraph", new Paragraph(text, "soft"));
    }

    static Block bad(String text) {
        return new Block("paragraph", new Paragraph(text, "bad"));
    }

    static Block definitions(List<Definition> definitions) {
        return new Block("definitions", definitions);
    }

    static Block tiles(List<Tile> tiles) {
        return new Block("tiles", tiles);
    }

    static Block table(List<Cell> head, List<List<Cell>> rows) {
        return new Block("table", new Table(head, rows));
    }

    static Block plots(List<? extends Plot> plots) {
        return new Block("plots", plots);
    }

    String html() {
        String data = Json.write(blocks).replace("<", "\\u003c"); // so that no text ends the script element
        return resource("page.html")
                .replace("{{title}}", title)
                .replace("{{style}}", resource("page.css"))
                .replace("{{script}}", resource("page.js"))
                .replace("{{data}}", data);
    }

    private static String resource(String name) {
        try (InputStream resource = HtmlPage.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
