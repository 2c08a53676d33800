package ibid.read;

import ibid.IbidException;
import ibid.article.Annotations;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.ArticleMetadata;
import ibid.article.Block;
import ibid.article.CorrectionNotice;
import ibid.article.Imprint;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.language.Language;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.time.TemporalExpression;
import ibid.read.bytes.Deadline;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.TextLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets a manuscript as an article: one canonical text, blocks and note anchors by code point. The same manuscript always gives the same text. */
public final class Typesetter {

    private static final Pattern FILE_NAME = Pattern.compile("(?:(?<day>\\d{4}-\\d{2}-\\d{2})[-_ ])?.*\\.\\w+");
    private static final Pattern ADDRESS_DAY = Pattern.compile("/((?:19|20)\\d{2})/(\\d{1,2})/(\\d{1,2})(?:/|$)");
    private static final Pattern DANGLING =
            Pattern.compile("(?<=\\S)\\[\\d{1,3}]"); // "said.[7]" without a note 7: nothing to open
    private static final Pattern LOOSE = Pattern.compile("\\[(\\d{1,3})]"); // "the bloc of [27] states"
    private static final int TITLE_WORDS = 10;

    private static final int MOST_ANCHORS = 1000; // of one note

    private final StringBuilder out = new StringBuilder();
    private final Map<String, List<Integer>> anchors = new HashMap<>(); // char offsets until the text is whole

    private Typesetter() {}

    public static Article set(ArticleId id, String file, String hash, Manuscript manuscript) {
        return new Typesetter().article(id, file, hash, manuscript);
    }

    private Article article(ArticleId id, String file, String hash, Manuscript manuscript) {
        List<int[]> places = new ArrayList<>();
        List<Manuscript.Piece> set = new ArrayList<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            int start = out.isEmpty() ? 0 : out.length() + 2;
            Deadline.check();
            if (!setPiece(piece.text())) continue;
            places.add(new int[] {start, out.length()});
            set.add(piece);
        }
        TextLimits.checkText(out.length());
        if (set.stream().allMatch(piece -> piece.kind() == Block.Kind.HEADING))
            throw new IbidException(IbidException.Code.INVALID, "no running text found");
        Text text = new Text(out.toString());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < places.size(); i++)
            blocks.add(new Block(
                    set.get(i).kind(),
                    new Span(text.codePointOffset(places.get(i)[0]), text.codePointOffset(places.get(i)[1])),
                    set.get(i).place()));
        List<Note> notes = notes(manuscript, text);
        MetadataCollector titlePage = completed(manuscript.titlePage().copy(), text, blocks, notes, file);
        Imprint imprint = titlePage.imprint();
        List<Mention> mentions = new ArrayList<>(links(text));
        List<TemporalExpression> dates = new ArrayList<>();
        List<CorrectionNotice> notices = new ArrayList<>();
        for (Block block : blocks) {
            Deadline.check();
            CorrectionNotice.in(block, text.slice(block.span())).ifPresent(notices::add);
            dates.addAll(TemporalExpression.in(text, block.span(), imprint.publishedOn()));
            if (block.kind() != Block.Kind.HEADING)
                Sentences.in(text, block.span()).forEach(sentence -> mentions.addAll(Mention.in(text, sentence)));
        }
        mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return new Article(
                id,
                file,
                hash,
                imprint,
                text,
                blocks,
                new Annotations(titlePage.colophon(), notes, mentions, notices, dates, manuscript.removed()));
    }

    /** Appends the piece after a blank line, white space collapsed and marks taken out; false where nothing was left. */
    private boolean setPiece(String written) {
        String raw = LOOSE.matcher(DANGLING.matcher(written).replaceAll(Manuscript.mark("")))
                .replaceAll("($1)"); // Ibid's own marks look the same
        StringBuilder piece = new StringBuilder();
        Map<String, List<Integer>> marks = new HashMap<>();
        boolean afterMark = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == Manuscript.MARK_OPEN) {
                int close = raw.indexOf(Manuscript.MARK_CLOSE, i);
                marks.computeIfAbsent(raw.substring(i + 1, close), label -> new ArrayList<>())
                        .add(trimmed(piece));
                i = close;
                afterMark = true;
            } else if (Character.isWhitespace(c)) {
                if (!piece.isEmpty() && piece.charAt(piece.length() - 1) != ' ') piece.append(' ');
            } else {
                if (afterMark && ",.;:!?".indexOf(c) >= 0) piece.setLength(trimmed(piece));
                piece.append(c);
                afterMark = false;
            }
        }
        piece.setLength(trimmed(piece));
        if (piece.isEmpty()) return false;
        if (!out.isEmpty()) out.append("\n\n");
        int offset = out.length();
        out.append(piece);
        marks.forEach((label, places) -> places.forEach(
                place -> anchors.computeIfAbsent(label, l -> new ArrayList<>()).add(offset + place)));
        return true;
    }

    /** Its length without white space at the end. */
    private static int trimmed(StringBuilder text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) end--;
        return end;
    }

    private List<Note> notes(Manuscript manuscript, Text text) {
        List<Note> notes = new ArrayList<>();
        manuscript
                .notes()
                .forEach((label, note) -> notes.add(Note.of(
                        label,
                        note,
                        anchors.getOrDefault(label, List.of()).stream()
                                .limit(MOST_ANCHORS)
                                .map(text::codePointOffset)
                                .toList())));
        return notes;
    }

    private List<Mention> links(Text text) {
        List<Mention> links = new ArrayList<>();
        anchors.forEach((label, places) -> {
            if (!Manuscript.isLink(label)) return;
            int length = Manuscript.linkLength(label);
            for (int end : places) {
                Span span = new Span(text.codePointOffset(Math.max(0, end - length)), text.codePointOffset(end));
                links.add(new Mention(Mention.Kind.LINK, span, text.slice(span), Manuscript.linkUrl(label)));
            }
        });
        return links;
    }

    /** With what only the whole article, its notes and the file's name can tell. */
    private static MetadataCollector completed(
            MetadataCollector page, Text text, List<Block> blocks, List<Note> notes, String file) {
        Matcher named = FILE_NAME.matcher(file.replaceFirst(".*/", ""));
        if (named.matches() && named.group("day") != null)
            page.offerDay(MetadataCollector.Item.PUBLISHED, named.group("day"), "file name");
        Matcher dated = ADDRESS_DAY.matcher(page.get(MetadataCollector.Item.URL));
        if (dated.find())
            page.offerDay(
                    MetadataCollector.Item.PUBLISHED,
                    dated.group(1) + "-" + dated.group(2) + "-" + dated.group(3),
                    "address");
        notes.stream()
                .map(note -> note.citation().accessed())
                .max(Comparator.naturalOrder())
                .ifPresent(day -> page.offer(
                        MetadataCollector.Item.PUBLISHED,
                        day,
                        ArticleMetadata.NOTES)); // nobody reads a source after writing about it
        return page.offer(MetadataCollector.Item.TITLE, leadWords(text, blocks), "first words")
                .offer(MetadataCollector.Item.LANGUAGE, Language.of(text.value()), "its words");
    }

    /** A title for an article without one: how it begins. */
    private static String leadWords(Text text, List<Block> blocks) {
        Block first = blocks.stream()
                .filter(block -> block.kind() != Block.Kind.HEADING)
                .findFirst()
                .orElseThrow();
        String[] words = text.slice(first.span()).split(" ");
        return words.length <= TITLE_WORDS
                ? String.join(" ", words)
                : String.join(" ", List.of(words).subList(0, TITLE_WORDS)).replaceAll("[,;:.]$", "") + " …";
    }
}
