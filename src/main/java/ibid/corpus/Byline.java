package ibid.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the lines over a text that say who wrote it and when ("By Anna Berg", "3 March 2025") out of it, and believes them. */
final class Byline {

    private static final int LOOKED = 5;       // pieces from the top
    private static final int LONGEST = 120;    // letters
    private static final Pattern AUTHOR = Pattern.compile("(?i:by|von|par|por)\\s+(\\p{Lu}[\\p{L}.'’-]+(?:(?:,| and| und| et| y| &)?\\s+\\p{Lu}[\\p{L}.'’-]*){1,9})(?:\\s*[,|·•–—-]\\s*(?<rest>.*))?");

    private Byline() {}

    static Manuscript takenFrom(Manuscript manuscript) {
        List<Manuscript.Piece> pieces = new ArrayList<>(manuscript.pieces());
        List<String> removed = new ArrayList<>();
        TitlePage page = manuscript.titlePage();
        for (int at = 0, looked = 0; at < pieces.size() && looked < LOOKED; looked++) {
            String line = MainText.bare(pieces.get(at).text());
            if (line.length() > LONGEST || pieces.get(at).kind() != Block.Kind.PARAGRAPH || !believed(line, page)) at++;
            else removed.add(MainText.bare(pieces.remove(at).text()));
        }
        if (removed.isEmpty() || pieces.isEmpty()) return manuscript;
        removed.addAll(manuscript.removed());
        return new Manuscript(page, pieces, manuscript.notes(), removed);
    }

    private static boolean believed(String line, TitlePage page) {
        Matcher author = AUTHOR.matcher(line);
        if (author.matches()) {
            String rest = author.group("rest");
            page.offer(TitlePage.Item.AUTHOR, author.group(1), "byline");
            if (rest != null && Dates.isDateLine(rest)) offer(rest, page);
            return true;
        }
        return Dates.isDateLine(line) && offer(line, page);
    }

    private static boolean offer(String line, TitlePage page) {
        page.offer(TitlePage.Item.PUBLISHED, Dates.firstIn(line).map(LocalDate::toString).orElse(""), "date line");
        return true;
    }
}
