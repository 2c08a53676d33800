package ibid.read.mail;

import ibid.read.manuscript.WordCount;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a plain mail without the mail that it answers: lines behind ">" under a line that says who wrote them. A
 * mail that has hardly a word of its own, as one sent on, keeps them. So does one without ">" behind "-----Original
 * Message-----".
 *
 * @param removed the quoted lines, with the line above them
 */
record QuotedReply(String text, List<String> removed) {

    private static final Pattern BORDER = Pattern.compile("(?iu)-{3,} ?(?:original message|ursprüngliche "
            + "nachricht|message d.origine|mensaje original|messaggio originale|oorspronkelijk bericht) ?-{3,}");
    private static final int MIN_OWN_WORDS = 20;
    private static final int MAX_LINES_ABOVE = 2; // "On Monday, 3 May, Ada Holm <ada@orve.example>" / "wrote:"

    static QuotedReply takeFrom(String mail) {
        List<String> own = new ArrayList<>(), removed = new ArrayList<>();
        boolean isInReply = false, isBehindBorder = false;
        for (String line : mail.split("\n", -1)) {
            isBehindBorder |= BORDER.matcher(line.strip()).matches();
            boolean isQuoted = line.startsWith(">");
            if (isQuoted && !isInReply) {
                isInReply = takeLineAbove(own, removed);
            }
            isInReply = isInReply && (isQuoted || line.isBlank());
            (isInReply || isBehindBorder ? removed : own).add(line);
        }
        String text = String.join("\n", own);
        removed.removeIf(String::isBlank);
        return WordCount.of(text) < MIN_OWN_WORDS
                ? new QuotedReply(mail, List.of())
                : new QuotedReply(text, List.copyOf(removed));
    }

    /** Takes the lines that say who wrote what follows: they end with a colon; false if there are none. */
    private static boolean takeLineAbove(List<String> own, List<String> removed) {
        int last = own.size() - 1;
        while (last >= 0 && own.get(last).isBlank()) {
            last--;
        }
        if (last < 0 || !own.get(last).strip().endsWith(":")) {
            return false;
        }
        int first = last;
        while (first > 0
                && last - first + 1 < MAX_LINES_ABOVE
                && !own.get(first - 1).isBlank()) {
            first--;
        }
        List<String> above = own.subList(first, own.size());
        removed.addAll(above);
        above.clear();
        return true;
    }
}
