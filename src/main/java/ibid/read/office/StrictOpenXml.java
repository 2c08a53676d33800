package ibid.read.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites a Word file of the strict form of Open XML (ISO/IEC 29500, part 1), which POI does not read, with the names
 * of the usual form. The elements are the same.
 */
final class StrictOpenXml {

    private static final Pattern STRICT_NAME = Pattern.compile("http://purl\\.oclc\\.org/ooxml/(\\w+)/");

    private StrictOpenXml() {}

    /** Empty if no part has names of the strict form. */
    static Optional<byte[]> rewritten(byte[] bytes) throws IOException {
        boolean isStrict = false;
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream(bytes.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(bytes));
                ZipOutputStream to = new ZipOutputStream(rewritten)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().matches("(?i).*\\.(xml|rels)")) {
                    String xml = new String(content, StandardCharsets.UTF_8);
                    String usual = STRICT_NAME.matcher(xml).replaceAll("http://schemas.openxmlformats.org/$1/2006/");
                    isStrict |= !usual.equals(xml);
                    content = usual.getBytes(StandardCharsets.UTF_8);
                }
                to.write(content);
            }
        }
        return isStrict ? Optional.of(rewritten.toByteArray()) : Optional.empty();
    }
}
