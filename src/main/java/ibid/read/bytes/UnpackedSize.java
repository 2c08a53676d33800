package ibid.read.bytes;

import ibid.IbidException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Rejects files whose unpacked content is too large. Unpacks them without storing the content, before a library unpacks
 * them into memory.
 */
public final class UnpackedSize {

    private static final long MAX_ZIP_BYTES = 300 << 20; // of a Word file with its pictures; chosen by trying
    private static final long MAX_XML_PART_BYTES = 30 << 20; // the parsed tree takes ten times as much memory
    private static final long MAX_STREAM_BYTES = 200 << 20;
    private static final long MAX_TOTAL_STREAM_BYTES = 3L << 30;
    private static final byte[] STREAM_KEYWORD = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int MAX_NESTED_COMPRESSIONS = 5; // of one stream

    private UnpackedSize() {}

    public static void checkZip(byte[] bytes) {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                long size = 0;
                boolean xml = entry.getName().matches("(?i).*\\.(xml|rels)");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    if (total + size > MAX_ZIP_BYTES) {
                        throw tooLarge(MAX_ZIP_BYTES);
                    }
                    if (size > MAX_XML_PART_BYTES && xml) {
                        throw tooLarge(MAX_XML_PART_BYTES);
                    }
                }
                total += size;
            }
        } catch (IOException | IllegalArgumentException broken) { // the format's reader reports the error
            return;
        }
    }

    /** Unpacks what follows each keyword "stream", wherever it is in the file. */
    public static void checkPdf(byte[] bytes) {
        long bytesLeft = MAX_TOTAL_STREAM_BYTES;
        for (int at = 0; at + STREAM_KEYWORD.length + 4 < bytes.length; at++) {
            if (bytes[at] != 's'
                    || !java.util.Arrays.equals(
                            bytes, at, at + STREAM_KEYWORD.length, STREAM_KEYWORD, 0, STREAM_KEYWORD.length)) {
                continue;
            }
            int start = at + STREAM_KEYWORD.length;
            while (start < at + STREAM_KEYWORD.length + 2 && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            boolean packed = isZlib(bytes[start], bytes[start + 1]);
            for (int packings = 1; packed && packings <= MAX_NESTED_COMPRESSIONS; packings++) {
                Unpacked found = unpack(bytes, start, packings);
                bytesLeft -= found.size();
                packed = found.packed();
            }
            if (bytesLeft < 0) {
                throw tooLarge(MAX_TOTAL_STREAM_BYTES);
            }
        }
    }

    /** @param isZlib whether the content is packed again */
    private record Unpacked(long size, boolean packed) {}

    private static Unpacked unpack(byte[] bytes, int start, int packings) {
        long size = 0;
        boolean packed = false;
        InputStream stream = new ByteArrayInputStream(bytes, start, bytes.length - start);
        for (int i = 0; i < packings; i++) {
            stream = new InflaterInputStream(stream);
        }
        try (InputStream unpacked = stream) {
            byte[] buffer = new byte[1 << 16];
            for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                if (size == 0 && read > 1) {
                    packed = isZlib(buffer[0], buffer[1]);
                }
                size += read;
                if (size > MAX_STREAM_BYTES) {
                    throw tooLarge(MAX_STREAM_BYTES);
                }
            }
        } catch (IOException brokenOrOfAnotherKind) {
            return new Unpacked(size, packed);
        }
        return new Unpacked(size, packed);
    }

    /** Whether these bytes are a zlib header (RFC 1950). */
    private static boolean isZlib(byte first, byte second) {
        return (first & 0x0F) == 8 && ((first & 0xFF) << 8 | second & 0xFF) % 31 == 0;
    }

    private static IbidException tooLarge(long maxBytes) {
        return new IbidException(IbidException.Code.INVALID, "it unpacks to more than " + (maxBytes >> 20) + " MB");
    }
}
