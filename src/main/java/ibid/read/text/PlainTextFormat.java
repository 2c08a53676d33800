package ibid.read.text;

import ibid.article.Block;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Endnotes;
import ibid.read.manuscript.MainText;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.NoteHeadings;
import ibid.read.manuscript.NoteMarks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain text: only an article, or a page saved as text with its navigation. */
public final class PlainTextFormat implements ArticleFormat {

    private static final Set<String> EXTENSIONS = Set.of("txt", "text");
    private static final int MAX_BYTES = 5 << 20;
    private static final int MIN_NOTE_CHARS = 4;
    private static final Pattern BULLET = Pattern.compile("^[•·▪*‣–-]\\s+(?=\\S)");

    @Override
    public Set<String> extensions() {
        return EXTENSIONS;
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        GutenbergText book = GutenbergText.of(Decoder.decode(file.content()));
        List<Manuscript.Piece> paragraphs = Paragraphs.of(book.text());
        SequencedMap<String, String> notes = Manuscript.noNotes();
        List<Manuscript.Piece> lines = takeNotes(paragraphs, notes);
        List<MainText.Strip> strips =
                Endnotes.take(lines, notes).stream().map(PlainTextFormat::strip).toList();
        MainText.Parted parted = SavedPageText.part(strips);
        MetadataCollector titlePage = new PageHead(texts(parted.before()), texts(strips)).completed(book.stated());
        List<Manuscript.Piece> pieces = parted.main().stream()
                .map(strip -> new Manuscript.Piece(strip.kind(), strip.text(), strip.place()))
                .toList();
        List<String> removed = new ArrayList<>(texts(parted.removed()));
        removed.removeIf(titlePage.get(MetadataCollector.Item.TITLE)::equals);
        removed.addAll(book.removed());
        return new Manuscript(titlePage, pieces, notes, removed);
    }

    /** A text that is the article alone, as a record holds it: nothing of it is taken for a page's furniture. */
    public static Manuscript article(String text) {
        SequencedMap<String, String> notes = Manuscript.noNotes();
        List<Manuscript.Piece> lines = takeNotes(Paragraphs.of(Decoder.clean(text)), notes);
        List<Manuscript.Piece> pieces = Endnotes.take(lines, notes).stream()
                .map(PlainTextFormat::strip)
                .map(strip -> new Manuscript.Piece(strip.kind(), strip.text(), strip.place()))
                .toList();
        return new Manuscript(new MetadataCollector(), pieces, notes, List.of());
    }

    private static List<String> texts(List<MainText.Strip> strips) {
        return strips.stream()
                .map(strip -> strip.kind() == Block.Kind.ITEM ? "• " + strip.plain() : strip.plain())
                .toList();
    }

    private static MainText.Strip strip(Manuscript.Piece piece) {
        Matcher bullet = BULLET.matcher(piece.text());
        return bullet.find()
                ? new MainText.Strip(Block.Kind.ITEM, piece.text().substring(bullet.end()), 0, piece.place())
                : new MainText.Strip(piece.kind(), piece.text(), 0, piece.place());
    }

    /**
     * Extracts the article's notes ("[3] …" on a separate line, "[3]" elsewhere) from the lines and inserts note marks
     * where the text refers to them.
     */
    private static List<Manuscript.Piece> takeNotes(List<Manuscript.Piece> lines, SequencedMap<String, String> notes) {
        Set<String> called = new HashSet<>();
        for (Manuscript.Piece line : lines) {
            if (note(line).isPresent()) {
                continue;
            }
            for (NoteMarks.Call call : NoteMarks.calls(line.text())) {
                called.add(call.label());
            }
        }
        List<Manuscript.Piece> kept = new ArrayList<>();
        for (Manuscript.Piece line : lines) {
            Optional<NoteMarks.Head> note = note(line).filter(head -> called.contains(head.label()));
            note.ifPresent(head -> notes.putIfAbsent(head.label(), head.text()));
            if (note.isEmpty()) {
                kept.add(line);
            }
        }
        boolean emptyList = !notes.isEmpty()
                && !kept.isEmpty()
                && NoteHeadings.isOverNotes(kept.getLast().text());
        if (emptyList) {
            kept.removeLast();
        }
        kept.replaceAll(line -> line.withText(
                NoteMarks.markCalls(line.text(), call -> notes.keySet().containsAll(call.labels()), label -> label)));
        return kept;
    }

    /**
     * The label of a note. It must be in square brackets, because without a heading other labels may belong to a list.
     */
    private static Optional<NoteMarks.Head> note(Manuscript.Piece line) {
        return NoteMarks.head(line.text())
                .filter(head ->
                        head.form() == NoteMarks.Form.SQUARE && head.text().length() >= MIN_NOTE_CHARS);
    }
}
