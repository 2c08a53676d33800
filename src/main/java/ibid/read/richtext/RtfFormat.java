package ibid.read.richtext;

import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Manuscript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;

/** Reads Rich Text Format, with its footnotes and what it states about itself. */
public final class RtfFormat implements ArticleFormat {

    private static final int MAX_BYTES = 25 << 20; // with pictures, which it writes in figures

    private static final String ESCAPED = "{}\\"; // signs that a backslash before makes text

    @Override
    public Set<String> extensions() {
        return Set.of("rtf");
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public boolean recognises(FileBytes file) {
        return file.head(5).equals("{\\rtf") || extensions().contains(file.extension());
    }

    @Override
    public Manuscript read(FileBytes file) {
        RtfListener text = new RtfListener();
        try {
            new StandardRtfParser()
                    .parse(new RtfStreamSource(new ByteArrayInputStream(withoutOptionalGroups(file.content()))), text);
        } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
            throw new IbidException(IbidException.Code.INVALID, "broken rich text; save it again");
        }
        return Byline.takeFrom(text.manuscript());
    }

    /** Without the groups that a reader may ignore by the specification; the parser reports their words as text. */
    private static byte[] withoutOptionalGroups(byte[] rtf) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(rtf.length);
        int at = 0;
        while (at < rtf.length) {
            if (startsOptional(rtf, at)) {
                at = endOfGroup(rtf, at);
            } else {
                int length = Math.min(lengthOfSign(rtf, at), rtf.length - at);
                kept.write(rtf, at, length);
                at += length;
            }
        }
        return kept.toByteArray();
    }

    private static int endOfGroup(byte[] rtf, int start) {
        int depth = 0;
        for (int at = start; at < rtf.length; at += lengthOfSign(rtf, at)) {
            depth += rtf[at] == '{' ? 1 : 0;
            depth -= rtf[at] == '}' ? 1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return rtf.length;
    }

    /** A backslash makes the brace or backslash after it a letter. */
    private static int lengthOfSign(byte[] rtf, int at) {
        boolean isEscaped = rtf[at] == '\\' && at + 1 < rtf.length && ESCAPED.indexOf(rtf[at + 1]) >= 0;
        return isEscaped ? 2 : 1;
    }

    private static boolean startsOptional(byte[] rtf, int at) {
        return rtf[at] == '{' && at + 2 < rtf.length && rtf[at + 1] == '\\' && rtf[at + 2] == '*';
    }
}
