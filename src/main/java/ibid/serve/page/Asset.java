package ibid.serve.page;

import ibid.library.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A file of the page as it is sent, plain or compressed, with a name for its contents. */
record Asset(String hash, String type, byte[] plain, byte[] gzip) {

    static Asset of(String text, String type) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return new Asset(ContentHash.of(plain), type, plain, compress(plain));
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
