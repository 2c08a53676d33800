package ibid.read.manuscript;

import ibid.article.Block;
import ibid.language.time.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line above a text with its author, its date or both: "By Anna Berg", "3 March 2025", "Anna Berg, 3 March 2025".
 *
 * @param author or empty
 * @param day    ISO date or empty
 */
public record Byline(String author, String day) {

    private static final int MAX_PIECES_FROM_TOP = 5;
    private static final int MAX_CHARS = 120;
    private static final String NAME = "\\p{Lu}[\\p{L}.'’-]{0,30}(?:\\s+(?:(?:de|von|van|der|del|la|bin|al|and|"
            + "und|et|y|e|&)\\s+){0,3}\\p{Lu}[\\p{L}.'’-]{0,30}){1,6}";
    private static final String WRITTEN_BY =
            "(?:by|By|BY|von|Von|par|Par|por|Por|di|Di|От|Автор:?|(?:Text|Words|Texte|Testo|Texto) ?:)\\s+";
    private static final Pattern BY_NAME =
            Pattern.compile("(?:(?i:by:?|(?:text|words|texte|testo|texto):)\\s+(?=\\p{Lu})|" + WRITTEN_BY
                    + "(?=\\p{Lu}[^,]* ))(?<who>.+)");
    private static final Pattern SURNAME_FIRST = Pattern.compile("(?<surname>(?:(?i:van|von|de|der|den|la|di|da) )*"
            + "\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*), (?<given>\\p{Lu}[\\p{L}'’-]*\\p{Ll}(?: \\p{Lu}\\.?)*)");
    private static final Pattern AUTHOR =
            Pattern.compile(WRITTEN_BY + "(?<who>" + NAME + "(?:, " + NAME + ")*)(?:\\s*[,|·•–—-]\\s*(?<rest>.*))?");
    private static final Pattern DATED =
            Pattern.compile("(?:" + WRITTEN_BY + ")?(?<who>" + NAME + ")(?:\\s*[,|·•–—-]\\s*|\\s+)(?<rest>\\P{Ll}.*)");

    /** The name in "By Anna Berg" or "Von Anna Berg"; "Von Berg" may be a name itself. */
    static String withoutBy(String author) {
        Matcher by = BY_NAME.matcher(author);
        return by.matches() ? by.group("who") : author;
    }

    /** "Anna Berg" for "Berg, Anna", as libraries write one author. */
    public static String inSpokenOrder(String author) {
        Matcher filed = SURNAME_FIRST.matcher(author);
        return filed.matches() ? filed.group("given") + " " + filed.group("surname") : author;
    }

    /** @return empty if the line has neither author nor date */
    public static Optional<Byline> of(String line) {
        if (line.length() > MAX_CHARS) {
            return Optional.empty();
        }
        Matcher author = AUTHOR.matcher(line);
        if (author.matches()) {
            String rest = author.group("rest");
            return Optional.of(new Byline(author.group("who"), rest == null ? "" : day(rest)));
        }
        return Dates.isDateLine(line) ? Optional.of(new Byline("", day(line))) : dated(line);
    }

    private static Optional<Byline> dated(String line) {
        Matcher dated = DATED.matcher(line);
        if (!dated.matches() || !Dates.isDateLine(dated.group("rest"))) {
            return Optional.empty();
        }
        String who = dated.group("who");
        boolean isMonth = Dates.isDateLine(who + " 2000");
        return isMonth ? Optional.empty() : Optional.of(new Byline(who, day(dated.group("rest"))));
    }

    private static String day(String words) {
        return Dates.firstIn(words).map(LocalDate::toString).orElse("");
    }

    /** Removes bylines from the top of the text and offers them to the metadata. */
    public static Manuscript takeFrom(Manuscript manuscript) {
        List<Manuscript.Piece> pieces = new ArrayList<>(manuscript.pieces());
        List<String> removed = new ArrayList<>();
        MetadataCollector page = manuscript.titlePage();
        for (int at = 0, looked = 0; at < pieces.size() && looked < MAX_PIECES_FROM_TOP; looked++) {
            String line = MainText.plain(pieces.get(at).text());
            Optional<Byline> found = pieces.get(at).kind() == Block.Kind.PARAGRAPH ? of(line) : Optional.empty();
            found.ifPresent(byline -> page.offer(MetadataCollector.Item.AUTHOR, byline.author(), "byline")
                    .offer(MetadataCollector.Item.PUBLISHED, byline.day(), "date line"));
            if (found.isEmpty()) {
                at++;
            } else {
                removed.add(line);
                pieces.remove(at);
            }
        }
        if (removed.isEmpty() || pieces.isEmpty()) {
            return manuscript;
        }
        removed.addAll(manuscript.removed());
        return new Manuscript(page, pieces, manuscript.notes(), removed);
    }
}
