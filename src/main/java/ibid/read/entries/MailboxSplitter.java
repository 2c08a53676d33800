package ibid.read.entries;

import ibid.read.bytes.FileBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the mails of a mailbox (.mbox, RFC 4155): each begins with a line "From SENDER DAY TIME YEAR" after an empty
 * line. Latin-1 preserves every byte.
 */
public final class MailboxSplitter implements EntrySplitter {

    /** As other files with what a mail attaches; a mail program's whole archive is not a collection of articles. */
    private static final int MAX_BYTES = 50 << 20;

    private static final String FROM = "From ";
    private static final int MAX_HEADER_CHARS = 100_000;

    @Override
    public Set<String> extensions() {
        return Set.of("mbox");
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public List<ArticleEntry> split(FileBytes file) {
        String text = new String(file.content(), StandardCharsets.ISO_8859_1);
        EntryCollector mails = new EntryCollector(file.content());
        int line = separator(text, 0);
        for (int number = 1; line >= 0 && !mails.isFull(); number++) {
            int start = afterLine(text, line);
            int next = separator(text, start);
            int end = next < 0 ? text.length() : next;
            mails.add(identity(text.substring(start, end)), "mail " + number, "", start, end);
            line = next;
        }
        return mails.entriesOr("no mailbox: no line of it begins with “From ” and the day of a mail");
    }

    /** Index of the next line that begins a mail, from there on; -1 if there is none. */
    private static int separator(String text, int from) {
        for (int at = text.indexOf(FROM, from); at >= 0; at = text.indexOf(FROM, at + 1)) {
            boolean isAfterBlank = at == 0 || text.startsWith("\n\n", at - 2) || text.startsWith("\n\r\n", at - 3);
            if (isAfterBlank && isSeparator(text.substring(at, lineEnd(text, at)))) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a time of day is in it: "From now on" begins a sentence. */
    private static boolean isSeparator(String line) {
        for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            boolean isTime = colon > 0
                    && colon + 1 < line.length()
                    && Character.isDigit(line.charAt(colon - 1))
                    && Character.isDigit(line.charAt(colon + 1));
            if (isTime) {
                return true;
            }
        }
        return false;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int afterLine(String text, int from) {
        return Math.min(text.length(), lineEnd(text, from) + 1);
    }

    private static EntryIdentity identity(String mail) {
        String headers = mail.substring(0, Math.min(mail.length(), MAX_HEADER_CHARS));
        String subject = header(headers, "subject:");
        String id = header(headers, "message-id:");
        EntryIdentity found = EntryIdentity.of(id, "", subject, header(headers, "date:"));
        boolean isPlain = subject.chars().allMatch(sign -> sign < 128) && !subject.contains("=?");
        return new EntryIdentity(isPlain ? subject : "", found.id(), found.more());
    }

    /** A header on one line, or its first line. */
    private static String header(String headers, String name) {
        for (String line : (Iterable<String>) headers.lines()::iterator) {
            if (line.isBlank()) {
                return "";
            }
            if (line.toLowerCase(Locale.ROOT).startsWith(name)) {
                return line.substring(name.length()).strip();
            }
        }
        return "";
    }
}
