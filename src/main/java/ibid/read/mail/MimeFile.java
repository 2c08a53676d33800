package ibid.read.mail;

import ibid.IbidException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** A file of headers and parts (RFC 2045). */
final class MimeFile {

    private static final int MAX_PARTS = 2000;
    private static final int MAX_DEPTH = 20; // of parts within parts

    private final Message message;
    private final List<Entity> parts = new ArrayList<>(); // that are no multipart, in order

    /** @throws IbidException INVALID if the file is broken */
    MimeFile(byte[] content) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try {
            message = builder.parseMessage(new ByteArrayInputStream(content));
        } catch (IOException broken) {
            throw new IbidException(IbidException.Code.INVALID, "a broken mail file; save it again");
        }
        collect(message, 0);
    }

    private void collect(Entity entity, int depth) {
        if (entity.getBody() instanceof Multipart several && depth < MAX_DEPTH) {
            several.getBodyParts().forEach(part -> collect(part, depth + 1));
        } else if (parts.size() < MAX_PARTS) {
            parts.add(entity);
        }
    }

    Message message() {
        return message;
    }

    /** The first part of that type that is not attached. */
    Optional<Entity> firstOf(String type) {
        return parts.stream()
                .filter(part -> part.getMimeType().equals(type) && !"attachment".equals(part.getDispositionType()))
                .findFirst();
    }

    /** The value of a header, empty if there is none. */
    static String header(Entity entity, String name) {
        Header header = entity.getHeader();
        Field field = header == null ? null : header.getField(name);
        return field == null ? "" : field.getBody().strip();
    }

    static byte[] bytes(Entity part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (part.getBody() instanceof SingleBody body) {
            try {
                body.writeTo(bytes);
            } catch (IOException broken) {
                throw new IbidException(IbidException.Code.INVALID, "a broken mail file; save it again");
            }
        }
        return bytes.toByteArray();
    }
}
