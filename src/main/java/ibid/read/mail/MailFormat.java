package ibid.read.mail;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Byline;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.MetadataCollector.Item;
import ibid.read.text.PlainTextFormat;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;

/**
 * Reads a saved mail (.eml), as a newsletter or an article that somebody sent: title, author and day from its headers,
 * the text from its HTML or plain part. Attachments are not read.
 */
public final class MailFormat implements ArticleFormat {

    private static final int MAX_BYTES = 25 << 20; // as large as mail servers accept
    private static final String MAILBOX = "mbox"; // of which one mail is read at a time
    private static final String SOURCE = "header of the mail";
    private static final List<String> REPLIES = List.of("re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "rv:", "sv:", "vs:");
    private static final String MAX_ZONE = "1800"; // hours and minutes from Greenwich that Java knows
    private static final String SIGNATURE = "\n-- \n"; // RFC 3676

    @Override
    public Set<String> extensions() {
        return Set.of("eml", MAILBOX);
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        MimeFile mail = new MimeFile(file.extension().equals(MAILBOX) ? unquoted(file.content()) : file.content());
        MetadataCollector stated = stated(mail.message());
        Manuscript text = text(mail, file.name());
        for (Item item : List.of(Item.TITLE, Item.AUTHOR, Item.PUBLISHER, Item.PUBLISHED, Item.URL, Item.LANGUAGE)) {
            stated.offer(item, text.titlePage().get(item), "text of the mail");
        }
        return new Manuscript(stated, text.pieces(), text.notes(), text.removed());
    }

    /** A mailbox writes ">From" for a line that begins with "From". Latin-1 preserves every byte. */
    private static byte[] unquoted(byte[] mail) {
        String lines = new String(mail, StandardCharsets.ISO_8859_1);
        return lines.replace("\n>From ", "\nFrom ").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Manuscript text(MimeFile mail, String name) {
        return mail.firstOf("text/html")
                .map(PartText::page)
                .filter(page -> !page.pieces().isEmpty())
                .or(() -> mail.firstOf("text/plain").map(part -> plain(PartText.of(part), name)))
                .orElseThrow(() -> new IbidException(IbidException.Code.INVALID, "a mail without text"));
    }

    private static Manuscript plain(String words, String name) {
        String text = words.replace("\r\n", "\n");
        int end = text.indexOf(SIGNATURE) < 0 ? text.length() : text.indexOf(SIGNATURE);
        QuotedReply own = QuotedReply.takeFrom(text.substring(0, end));
        Manuscript read =
                new PlainTextFormat().read(new FileBytes(name, own.text().getBytes(StandardCharsets.UTF_8)));
        List<String> removed = new ArrayList<>(read.removed());
        removed.addAll(own.removed());
        return new Manuscript(read.titlePage(), read.pieces(), read.notes(), removed);
    }

    private static MetadataCollector stated(Message mail) {
        MetadataCollector stated = new MetadataCollector();
        stated.offer(Item.TITLE, subject(mail.getSubject()), SOURCE);
        if (mail.getFrom() != null && !mail.getFrom().isEmpty()) {
            Mailbox from = mail.getFrom().get(0);
            stated.offer(Item.AUTHOR, Byline.inSpokenOrder(from.getName()), SOURCE);
        }
        return stated.offer(Item.PUBLISHED, day(mail), SOURCE);
    }

    /** The day where the mail was written; the header states it with its zone. */
    private static String day(Message mail) {
        Date date = mail.getDate();
        if (date == null) {
            return "";
        }
        String written = MimeFile.header(mail, "Date");
        int sign = Math.max(written.lastIndexOf('+'), written.lastIndexOf('-'));
        String zone = sign > 0 && written.length() >= sign + 5 ? written.substring(sign, sign + 5) : "+0000";
        boolean isZone = zone.substring(1).chars().allMatch(Character::isDigit)
                && zone.substring(1).compareTo(MAX_ZONE) < 0;
        return date.toInstant()
                .atOffset(isZone ? ZoneOffset.of(zone) : ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    /** The subject without "Re:" and "Fwd:". */
    private static String subject(String written) {
        String subject = written == null ? "" : written.strip();
        for (String reply : REPLIES) {
            if (subject.toLowerCase(Locale.ROOT).startsWith(reply)) {
                return subject(subject.substring(reply.length()));
            }
        }
        return subject;
    }
}
