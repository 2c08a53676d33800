package ibid.read.picture;

import ibid.read.bytes.UnpackedSize;
import ibid.read.html.HtmlFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds the pictures of a book in its chapters. */
final class EpubPictures {

    private static final int MAX_UNPACKED_BYTES = 50 << 20; // as the reader of EPUB files takes
    private static final Set<String> CHAPTERS = Set.of("xhtml", "html", "htm");

    private EpubPictures() {}

    static void collect(byte[] book, PictureCollector collector) throws IOException {
        UnpackedSize.checkZip(book);
        Map<String, byte[]> files = unpacked(book);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            if (CHAPTERS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                HtmlPictures.collect(
                        HtmlFormat.parse(file.getValue()),
                        collector,
                        path -> resolved(name, path).map(files::get));
            }
        }
    }

    private static Map<String, byte[]> unpacked(byte[] book) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int left = MAX_UNPACKED_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && left > 0; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left);
                left -= bytes.length;
                files.put(entry.getName(), bytes);
            }
        }
        return files;
    }

    /** "../images/a.png" in "text/one.xhtml" is "images/a.png". */
    private static Optional<String> resolved(String chapter, String path) {
        try {
            URI base = new URI(null, null, "/" + chapter, null);
            return Optional.of(
                    base.resolve(new URI(null, null, path, null)).getPath().substring(1));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
