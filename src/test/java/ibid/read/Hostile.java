package ibid.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Hostile input files, by name. */
public final class Hostile {

    static final String PROSE = "The ferry Aurelia was sold to Bergen for two million crowns, the harbour "
            + "master announced on Monday in the old town hall. ";
    private static final int LONG = 1 << 20; // long enough to notice quadratic time
    private static final int LINE = 180_000; // bytes, just below what is too long for a paragraph
    private static final int JUMPS = 12_000;
    private static final int DEEP = 50_000;
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("letter", "x"),
            Map.entry("capitals", "aA"),
            Map.entry("short-words", "A "),
            Map.entry("notes", "[1]"),
            Map.entry("brackets", "("),
            Map.entry("quotes", ">"),
            Map.entry("addresses", "https://"),
            Map.entry("opening-quotes", "“"),
            Map.entry("short-forms", "Mr. "),
            Map.entry("months", "May "),
            Map.entry("marks", "a\u0301\u0323"),
            Map.entry("emoji", "👍. A "),
            Map.entry("emphasis", "*a **b "),
            Map.entry("names-of", "A of "),
            Map.entry("spaces", "\u00A0 "),
            Map.entry("mojibake", "Ã©"));
    private static final String LAUGHS = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b0 \"lol\">%s]>";

    private Hostile() {}

    /** Some of every kind. */
    public static SequencedMap<String, Callable<byte[]>> few() {
        SequencedMap<String, Callable<byte[]>> files = new LinkedHashMap<>();
        texts().forEach((name, file) -> {
            if (!name.startsWith("endless-") && !name.startsWith("long-")) {
                files.put(name, file);
            }
        });
        for (String name :
                new String[] {"endless-letter.txt", "long-notes.md", "long-emoji.txt", "long-short-forms.txt"}) {
            files.put(name, texts().get(name));
        }
        pages().forEach((name, file) -> {
            if (!name.matches("(?:deep|many)-.*") || name.matches("(?:deep|many)-div\\.html|deep-(?:b|svg)\\.html")) {
                files.put(name, file);
            }
        });
        files.putAll(HostilePacked.files());
        return files;
    }

    /** Those of text, by name. */
    static SequencedMap<String, Callable<byte[]>> texts() {
        SequencedMap<String, Callable<byte[]>> files = new LinkedHashMap<>();
        UNITS.forEach((name, unit) -> {
            for (String ending : new String[] {"txt", "md", "html"}) {
                files.put("endless-" + name + "." + ending, () -> bytes(PROSE + "\n\n" + many(unit, LONG)));
                files.put(
                        "long-" + name + "." + ending,
                        () -> bytes(PROSE
                                + (ending.equals("html") ? "<p>" : "\n\n")
                                + (many(unit, LINE) + " end." + (ending.equals("html") ? "<p>" : "\n\n"))
                                        .repeat(LONG / LINE - 4)));
            }
        });
        files.put("quotes-in-quotes.md", () -> bytes((">".repeat(2000) + " a\n").repeat(2500)));
        files.put("lists-in-lists.md", () -> bytes(nestedList()));
        files.put("spaces-then-copyright.txt", () -> bytes("©" + " ".repeat(LONG - 200) + "1\n\n" + PROSE));
        files.put(
                "spaces-in-front-matter.md",
                () -> bytes("---\ntags: \"" + " ".repeat(90_000) + "x\"\n---\n\n" + PROSE));
        files.put("separated-updates.txt", () -> bytes("a".repeat(LONG / 2) + "\u2028| updated\n\n" + PROSE));
        files.put("alias-bomb.md", () -> bytes(aliases() + PROSE));
        files.put(
                "alias-of-a-long-word.md",
                () -> bytes("---\na: &s " + "x".repeat(50_000) + "\nauthor: [" + "*s, ".repeat(10_000) + "*s]\n---\n\n"
                        + PROSE));
        files.put("deep-front-matter.md", () -> bytes("---\ntitle: " + "[".repeat(40_000) + "\n---\n\n" + PROSE));
        files.put("long-number.md", () -> bytes("---\ntitle: " + "9".repeat(4 << 20) + "\n---\n\n" + PROSE));
        files.put("nothing.txt", () -> new byte[0]);
        for (String ending : new String[] {"txt", "md", "html"}) {
            files.put("zeros." + ending, () -> new byte[LONG]);
            files.put("noise." + ending, () -> noise());
            files.put("unmarked-utf16." + ending, () -> PROSE.repeat(3).getBytes(StandardCharsets.UTF_16LE));
        }
        return files;
    }

    /** Those of web pages, by name. */
    static SequencedMap<String, Callable<byte[]>> pages() {
        SequencedMap<String, Callable<byte[]>> files = new LinkedHashMap<>();
        for (String tag : new String[] {
            "div",
            "blockquote",
            "span",
            "b",
            "ul><li",
            "table><tr><td",
            "article",
            "div class=related",
            "font",
            "a href=#x",
            "p><button",
            "svg",
            "template",
            "select",
            "form"
        }) {
            files.put(
                    "deep-" + tag.replaceAll("[^a-z]+", "-") + ".html",
                    () -> bytes("<body><p>" + PROSE + "</p>" + ("<" + tag + ">a ").repeat(DEEP) + PROSE));
        }
        for (String tag : new String[] {
            "div",
            "p",
            "td",
            "li",
            "article",
            "h1",
            "br",
            "script type=application/ld+json",
            "div class=\"share-related\"",
            "p class=article-body",
            "meta property=og:title content=x",
            "time datetime=2024-01-01",
            "a href=#x id=x",
            "a href=\"https://a.b/c\""
        }) {
            files.put(
                    "many-" + tag.replaceAll("[^a-z]+", "-") + ".html",
                    () -> bytes("<title>" + "a ".repeat(50_000) + "</title><p>" + PROSE
                            + many("<" + tag + ">a</" + tag.split(" ")[0] + ">", LONG - 200_000)));
        }
        files.put("cells.html", () -> bytes("<p>" + PROSE + "</p><table><tr>" + "<td>abc".repeat(700_000)));
        files.put("jumps.html", () -> bytes("<p>" + PROSE + "</p>" + jumps()));
        files.put(
                "jumps-to-one-parent.html",
                () -> bytes("<div>" + jumps().replace("</p>", "").replace("<p ", "<i ") + "</div><p>" + PROSE));
        files.put(
                "long-attribute.html",
                () -> bytes(
                        "<p class=\"" + "related ".repeat(LONG / 10) + "\" id=\"" + "x".repeat(1000) + "\">" + PROSE));
        files.put(
                "long-names.html",
                () -> bytes("<meta property=og:site_name content=\"" + "Gazette ".repeat(200_000)
                        + "\"><meta name=author content=\"" + "x".repeat(LONG / 3) + "\"><p>" + PROSE));
        files.put(
                "class-names.html",
                () -> bytes("<p>" + PROSE + many("<i class=\"read-more article-body\">a</i>", LONG - 1000)));
        files.put("deep-json.html", () -> bytes(json("{\"@graph\":[".repeat(5_000)) + "<p>" + PROSE));
        files.put(
                "deep-json-within-limits.html",
                () -> bytes(
                        json("{\"@type\":\"Article\",\"@graph\":[".repeat(480) + "]}".repeat(480)) + "<p>" + PROSE));
        files.put(
                "spaced-keywords.html",
                () -> bytes(json("{\"@type\":\"Article\",\"keywords\":\"a" + " ".repeat(4 << 20) + "b\"}") + "<p>"
                        + PROSE));
        files.put(
                "half-a-pair.html",
                () -> bytes(json("{\"@type\":\"Article\",\"headline\":\"a \\ud800\",\"publisher\":\"b \\udc00\"}")
                        + "<p>" + PROSE));
        files.put(
                "marks-of-our-own.html",
                () -> bytes("<p>" + PROSE
                        + "&#xE000; &#xE001;&#xE000;→x|y&#xE001;<a href=\"https://a.b/&#xE001;x\">c</a></p>"));
        files.put(
                "entities.html",
                () -> bytes("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x; " + PROSE));
        return files;
    }

    private static String json(String json) {
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    private static String jumps() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < JUMPS; i++) {
            page.append("<a href=#n")
                    .append(i)
                    .append('>')
                    .append(Integer.toString(i % 46_000, 36))
                    .append("</a> ");
        }
        for (int i = 0; i < JUMPS; i++) {
            page.append("<p id=n").append(i).append(">The source of this note is a statement.</p>");
        }
        return page.toString();
    }

    private static String nestedList() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            list.append("  ".repeat(i % 1500)).append("- a\n");
        }
        return list.toString();
    }

    /** Nine lists, each of the one before it nine times over. */
    private static String aliases() {
        StringBuilder front = new StringBuilder("---\na: &a [\"lol\"]\n");
        for (char c = 'b'; c <= 'i'; c++) {
            front.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append(("*" + (char) (c - 1) + ",").repeat(9))
                    .append("]\n");
        }
        return front + "title: *i\n---\n\n";
    }

    private static byte[] noise() {
        byte[] noise = new byte[1 << 20];
        new java.util.Random(7).nextBytes(noise);
        return noise;
    }

    static String laughs() {
        StringBuilder entities = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            entities.append("<!ENTITY b")
                    .append(i)
                    .append(" \"")
                    .append(("&b" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return LAUGHS.formatted(entities);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String many(String unit, int bytes) {
        return unit.repeat((bytes - 1000) / bytes(unit).length);
    }

    static byte[] zip(Map<String, byte[]> files) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
