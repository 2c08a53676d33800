package ibid.corpus;

import ibid.IbidException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets a manuscript as an article: one canonical text, blocks and note anchors by code point. The same manuscript always gives the same text. */
final class Typesetter {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"”)\\]]*[^\\s<>\"”)\\].,;:]");
    private static final Pattern ACCESSED = Pattern.compile("(?i)(access|retrieved|consulted|visited)");
    private static final Pattern DANGLING = Pattern.compile("\\[\\d{1,3}]");
    private static final int TITLE_WORDS = 10;

    private final StringBuilder out = new StringBuilder();
    private final Map<String, List<Integer>> anchors = new HashMap<>();   // char offsets until the text is whole

    private Typesetter() {}

    static Article set(ArticleId id, String file, String hash, Manuscript manuscript) {
        return new Typesetter().article(id, file, hash, manuscript);
    }

    private Article article(ArticleId id, String file, String hash, Manuscript manuscript) {
        List<int[]> places = new ArrayList<>();
        List<Block.Kind> kinds = new ArrayList<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            int start = out.isEmpty() ? 0 : out.length() + 2;
            if (!setPiece(piece.text())) continue;
            places.add(new int[] {start, out.length()});
            kinds.add(piece.kind());
        }
        if (kinds.stream().allMatch(kind -> kind == Block.Kind.HEADING)) throw new IbidException(IbidException.Code.INVALID, "no running text found");
        Text text = new Text(out.toString());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) blocks.add(new Block(kinds.get(i),
                new Span(text.codePointOffset(places.get(i)[0]), text.codePointOffset(places.get(i)[1]))));
        List<Note> notes = notes(manuscript, text);
        return new Article(id, file, hash, imprint(manuscript.imprint(), text, blocks, notes), text, blocks, notes, manuscript.removed());
    }

    /** Appends the piece after a blank line, white space collapsed and marks taken out; false where nothing was left. */
    private boolean setPiece(String written) {
        String raw = DANGLING.matcher(written).replaceAll(Manuscript.mark(""));   // "[7]" without a note 7: nothing to open, and Ibid's own marks look the same
        StringBuilder piece = new StringBuilder();
        Map<String, List<Integer>> marks = new HashMap<>();
        boolean afterMark = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == Manuscript.MARK_OPEN) {
                int close = raw.indexOf(Manuscript.MARK_CLOSE, i);
                marks.computeIfAbsent(raw.substring(i + 1, close), label -> new ArrayList<>()).add(piece.toString().stripTrailing().length());
                i = close;
                afterMark = true;
            } else if (Character.isWhitespace(c)) {
                if (!piece.isEmpty() && piece.charAt(piece.length() - 1) != ' ') piece.append(' ');
            } else {
                if (afterMark && ",.;:!?".indexOf(c) >= 0) piece.setLength(piece.toString().stripTrailing().length());
                piece.append(c);
                afterMark = false;
            }
        }
        piece.setLength(piece.toString().stripTrailing().length());
        if (piece.isEmpty()) return false;
        if (!out.isEmpty()) out.append("\n\n");
        int offset = out.length();
        out.append(piece);
        marks.forEach((label, places) -> places.forEach(place -> anchors.computeIfAbsent(label, l -> new ArrayList<>()).add(offset + place)));
        return true;
    }

    private List<Note> notes(Manuscript manuscript, Text text) {
        List<Note> notes = new ArrayList<>();
        manuscript.notes().forEach((label, note) -> notes.add(new Note(label, note, firstUrl(note),
                anchors.getOrDefault(label, List.of()).stream().map(text::codePointOffset).toList())));
        return notes;
    }

    private static String firstUrl(String note) {
        Matcher url = URL.matcher(note);
        return url.find() ? url.group() : "";
    }

    private static Imprint imprint(Imprint given, Text text, List<Block> blocks, List<Note> notes) {
        String title = given.title().isBlank() ? leadWords(text, blocks) : given.title();
        String published = given.published();
        Imprint.DateBasis basis = given.basis();
        if (published.isEmpty()) {
            published = latestAccess(notes);
            basis = published.isEmpty() ? Imprint.DateBasis.NONE : Imprint.DateBasis.NOTES;
        }
        return new Imprint(title, given.author(), given.publisher(), published, basis, given.url(), given.language(), given.topics());
    }

    /** A title for an article without one: how it begins. */
    private static String leadWords(Text text, List<Block> blocks) {
        Block first = blocks.stream().filter(block -> block.kind() != Block.Kind.HEADING).findFirst().orElseThrow();
        String[] words = text.slice(first.span()).split(" ");
        return words.length <= TITLE_WORDS ? String.join(" ", words) : String.join(" ", List.of(words).subList(0, TITLE_WORDS)).replaceAll("[,;:.]$", "") + " …";
    }

    /** Nobody reads a source after writing about it: the last access date is the earliest the article can be from. */
    private static String latestAccess(List<Note> notes) {
        return notes.stream().map(Note::text).filter(note -> ACCESSED.matcher(note).find())
                .flatMap(note -> Dates.in(note).stream()).max(Comparator.naturalOrder()).map(LocalDate::toString).orElse("");
    }
}
