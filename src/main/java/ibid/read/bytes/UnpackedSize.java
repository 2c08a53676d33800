package ibid.read.bytes;

import ibid.IbidException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds out how much a packed file holds by unpacking it without keeping any of it, before a library unpacks it into
 * memory.
 */
public final class UnpackedSize {

    private static final long MOST = 300 << 20; // bytes of a Word file, pictures and all
    private static final long MOST_XML = 30 << 20; // bytes of one of its parts: as a tree it takes ten times as much
    private static final long MOST_STREAM = 200 << 20;
    private static final long MOST_STREAMS = 3L << 30;
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int DEEPEST = 5; // packings of one stream

    private UnpackedSize() {}

    public static void ofZip(byte[] bytes) {
        byte[] buffer = new byte[1 << 16];
        long whole = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                long size = 0;
                boolean xml = entry.getName().matches("(?i).*\\.(xml|rels)");
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    if (whole + size > MOST) {
                        throw tooMuch(MOST);
                    }
                    if (size > MOST_XML && xml) {
                        throw tooMuch(MOST_XML);
                    }
                }
                whole += size;
            }
        } catch (IOException | IllegalArgumentException broken) { // what is broken is for the reader to tell
            return;
        }
    }

    /** Looks at whatever stands behind the word that opens a stream, wherever it is. */
    public static void ofPdf(byte[] bytes) {
        long left = MOST_STREAMS;
        for (int at = 0; at + STREAM.length + 4 < bytes.length; at++) {
            if (opensStream(bytes, at)) {
                left -= sizeOfStream(bytes, at + STREAM.length);
            }
            if (left < 0) {
                throw tooMuch(MOST_STREAMS);
            }
        }
    }

    private static boolean opensStream(byte[] bytes, int at) {
        return bytes[at] == 's' && Arrays.equals(bytes, at, at + STREAM.length, STREAM, 0, STREAM.length);
    }

    /** In all its packings, one in another. */
    private static long sizeOfStream(byte[] bytes, int behindWord) {
        int start = behindLineBreak(bytes, behindWord);
        long size = 0;
        boolean packed = packed(bytes[start], bytes[start + 1]);
        for (int deep = 1; packed && deep <= DEEPEST; deep++) {
            Unpacked found = unpacked(bytes, start, deep);
            size += found.size();
            packed = found.packed();
        }
        return size;
    }

    private static int behindLineBreak(byte[] bytes, int at) {
        int start = at;
        while (start < at + 2 && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        return start;
    }

    /** @param packed whether it looks packed once more */
    private record Unpacked(long size, boolean packed) {}

    private static Unpacked unpacked(byte[] bytes, int start, int deep) {
        long size = 0;
        boolean packed = false;
        InputStream stream = new ByteArrayInputStream(bytes, start, bytes.length - start);
        for (int i = 0; i < deep; i++) {
            stream = new InflaterInputStream(stream);
        }
        try (InputStream plain = stream) {
            byte[] buffer = new byte[1 << 16];
            for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
                if (size == 0 && read > 1) {
                    packed = packed(buffer[0], buffer[1]);
                }
                size += read;
                if (size > MOST_STREAM) {
                    throw tooMuch(MOST_STREAM);
                }
            }
        } catch (IOException brokenOrOfAnotherKind) {
            return new Unpacked(size, packed);
        }
        return new Unpacked(size, packed);
    }

    /** The head of zlib's format (RFC 1950). */
    private static boolean packed(byte first, byte second) {
        return (first & 0x0F) == 8 && ((first & 0xFF) << 8 | second & 0xFF) % 31 == 0;
    }

    private static IbidException tooMuch(long most) {
        return new IbidException(IbidException.Code.INVALID, "it unpacks to more than " + (most >> 20) + " MB");
    }
}
