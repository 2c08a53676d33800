package ibid.read.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file made of its parts by hand, so that it holds what no library writes. */
public final class WordPackage {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String NAMES = " xmlns:w=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
            + "\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder(), types = new StringBuilder();

    /** @param body what is within the body */
    public WordPackage(String body) {
        parts.put("word/document.xml", "<w:document" + NAMES + "><w:body>" + body + "</w:body></w:document>");
        type("document.xml", "document.main+xml");
    }

    private void type(String part, String type) {
        types.append("<Override PartName=\"/word/")
                .append(part)
                .append("\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.")
                .append(type)
                .append("\"/>");
    }

    /** @param xml what is within the root element, which has the part's name */
    WordPackage with(String part, String xml) {
        parts.put("word/" + part + ".xml", "<w:" + part + NAMES + ">" + xml + "</w:" + part + ">");
        type(part + ".xml", part + "+xml");
        relate("rId-" + part, part, part + ".xml");
        return this;
    }

    WordPackage withChunk(String id, String file, String content) {
        parts.put("word/" + file, content);
        relate(id, "aFChunk", file);
        return this;
    }

    private void relate(String id, String kind, String target) {
        relations.append(
                "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, kind, target));
    }

    public byte[] bytes() {
        return bytes(false);
    }

    byte[] bytes(boolean strict) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\""
                        + "application/vnd.openxmlformats-package.relationships"
                        + "+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"htm\" ContentType=\"text/html\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>" + types + "</Types>");
        String root = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        files.put(
                "_rels/.rels",
                root + "<Relationship Id=\"a\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        files.put("word/_rels/document.xml.rels", root + relations + "</Relationships>");
        files.putAll(parts);
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write((strict ? strict(file.getValue()) : file.getValue()).getBytes(StandardCharsets.UTF_8));
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String strict(String xml) {
        return xml.replace(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
                .replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main");
    }

    /** A paragraph of runs. */
    public static String paragraph(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    public static String run(String text) {
        return run(text, "");
    }

    /** @param properties elements, without "w:" of their own value */
    public static String run(String text, String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }
}
