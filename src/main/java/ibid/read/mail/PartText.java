package ibid.read.mail;

import ibid.read.bytes.Decoder;
import ibid.read.html.HtmlFormat;
import ibid.read.manuscript.Manuscript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.james.mime4j.dom.Entity;
import org.jsoup.nodes.Document;

/** The text of a mail's part, in the encoding that its header names. */
final class PartText {

    private PartText() {}

    static String of(Entity part) {
        byte[] bytes = MimeFile.bytes(part);
        try {
            Charset charset = Charset.forName(part.getCharset());
            if (!charset.equals(StandardCharsets.US_ASCII)) { // which stands for none
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            }
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException wrongLabel) {
            return Decoder.decode(bytes);
        }
        return Decoder.decode(bytes);
    }

    /** The article of a part in HTML. */
    static Manuscript page(Entity part) {
        String charset = MimeFile.header(part, "Content-Type");
        byte[] bytes = charset.contains("charset")
                ? ("\uFEFF" + of(part)).getBytes(StandardCharsets.UTF_8)
                : MimeFile.bytes(part);
        Document page = HtmlFormat.parse(bytes);
        return HtmlFormat.read(page, false);
    }
}
