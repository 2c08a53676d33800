package ibid.read.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A kind of picture that is only pixels. SVG is none: it is a document that may hold scripts and links. */
public enum PictureType {
    PNG("image/png"),
    JPEG("image/jpeg"),
    GIF("image/gif"),
    WEBP("image/webp");

    private static final int MIN_BYTES = 16;

    private final String mediaType;

    PictureType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** By its first bytes, whatever it is called; empty for all else. */
    static Optional<PictureType> of(byte[] bytes) {
        if (bytes.length < MIN_BYTES) {
            return Optional.empty();
        }
        String head = new String(bytes, 0, MIN_BYTES, StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (head.startsWith("GIF8")) {
            return Optional.of(GIF);
        }
        return head.startsWith("RIFF") && head.startsWith("WEBP", 8) ? Optional.of(WEBP) : Optional.empty();
    }

    /** Whether the width or height it states is that of an ornament or a counter; false where none is stated. */
    boolean isTiny(byte[] bytes, int minPixels) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (this) {
            case PNG -> bytes.length >= 24 && (buffer.getInt(16) < minPixels || buffer.getInt(20) < minPixels);
            case GIF -> littleEndian(bytes, 6) < minPixels || littleEndian(bytes, 8) < minPixels;
            case JPEG, WEBP -> false;
        };
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }
}
