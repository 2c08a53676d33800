package ibid.read;

import ibid.IbidException;
import ibid.article.Article;
import ibid.read.bytes.FileBytes;
import ibid.read.bytes.FileSignature;
import ibid.read.entries.ArticleEntry;
import ibid.read.entries.EntrySplitter;
import ibid.read.entries.FeedFormat;
import ibid.read.entries.FeedSplitter;
import ibid.read.entries.MailboxSplitter;
import ibid.read.entries.RecordFormat;
import ibid.read.entries.RecordSplitter;
import ibid.read.entries.RowFormat;
import ibid.read.entries.RowSplitter;
import ibid.read.html.HtmlFormat;
import ibid.read.mail.MailFormat;
import ibid.read.mail.WebArchiveFormat;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Manuscript;
import ibid.read.office.EpubFormat;
import ibid.read.office.WordFormat;
import ibid.read.pdf.PdfFormat;
import ibid.read.richtext.OpenDocumentFormat;
import ibid.read.richtext.RtfFormat;
import ibid.read.text.MarkdownFormat;
import ibid.read.text.PlainTextFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the bytes of one file as an article, or says why it is not one. The only class that knows every input format.
 * Stateless: threads may share it.
 */
public final class ArticleReader {

    /**
     * Version of the reading rules. Increased when the same file would give another text, so that stored articles are
     * read again.
     */
    public static final int VERSION = 17;

    /** On the processor, for one file: against hostile ones; a normal one takes a second. */
    public static final Duration MAX_READING_TIME = Duration.ofSeconds(60);

    /**
     * Every input format. The first format that recognises a file reads it, so a page is read as a page even if its
     * name suggests another format.
     */
    public static final List<ArticleFormat> FORMATS = List.of(
            new PdfFormat(),
            new WordFormat(),
            new EpubFormat(),
            new OpenDocumentFormat(),
            new RtfFormat(),
            new WebArchiveFormat(),
            new MailFormat(),
            new HtmlFormat(),
            new FeedFormat(),
            new RecordFormat(),
            new RowFormat(),
            new MarkdownFormat(),
            new PlainTextFormat());

    /** Every kind of file that may hold several articles. */
    private static final List<EntrySplitter> SPLITTERS =
            List.of(new FeedSplitter(), new RecordSplitter(), new RowSplitter(), new MailboxSplitter());

    private static final String UNKNOWN_FORMAT =
            "format not read; Markdown, plain text, HTML, PDF, Word, EPUB, OpenDocument, RTF, mails, web archives,"
                    + " feeds, JSON and CSV of articles are"
                    + " (.md .txt .html .pdf .docx .epub .odt .rtf .eml .mbox .mhtml .rss .atom .xml .json .jsonl"
                    + " .csv)";
    private static final Set<String> COLLECTION_FILES = Set.of("sources.md", "readme.md", "license", "notice");

    private final List<ArticleFormat> formats;

    public ArticleReader() {
        this(FORMATS);
    }

    /** @param formats in order of precedence */
    public ArticleReader(List<ArticleFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** Why a file of that name and size must not be read, whatever its content; empty if it may be an article. */
    public Optional<String> objection(String name, long size) {
        String fileName = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (COLLECTION_FILES.contains(fileName)) {
            return Optional.of("about the collection, not an article");
        }
        int maxBytes = fileName.contains(".") ? maxBytes(name) : 0;
        if (maxBytes > 0) {
            return sizeObjection(size, maxBytes);
        }
        return ListRecognizer.byName(fileName).or(() -> Optional.of(UNKNOWN_FORMAT));
    }

    private static Optional<String> sizeObjection(long size, int maxBytes) {
        if (size > maxBytes) {
            return Optional.of("larger than " + (maxBytes >> 20) + " MB");
        }
        return size == 0 ? Optional.of("empty") : Optional.empty();
    }

    /** Maximum size of a file of that name; 0 if such a file is not read. */
    public int maxBytes(String name) {
        String extension = FileBytes.extension(name);
        return splitter(extension).map(EntrySplitter::maxBytes).orElseGet(() -> maxArticleBytes(extension));
    }

    /** Maximum size of an article in a file with that extension: of the file, or of one of its entries. */
    private int maxArticleBytes(String extension) {
        return formats.stream()
                .filter(format -> format.extensions().contains(extension))
                .mapToInt(ArticleFormat::maxBytes)
                .findFirst()
                .orElse(0);
    }

    private static Optional<EntrySplitter> splitter(String extension) {
        return SPLITTERS.stream()
                .filter(splitter -> splitter.extensions().contains(extension))
                .findFirst();
    }

    /** Whether a file of that name may hold several articles. */
    public boolean mayHoldSeveral(String name) {
        return splitter(FileBytes.extension(name)).isPresent();
    }

    /**
     * The entries of a file that holds several articles; none if it is one article.
     *
     * @param name path below the corpus folder
     */
    public ReadResult<List<ArticleEntry>> entries(String name, byte[] bytes) {
        FileBytes file = new FileBytes(name, bytes);
        return isolated(name, "", () -> entries(file));
    }

    private static List<ArticleEntry> entries(FileBytes file) {
        return splitter(file.extension()).map(splitter -> splitter.split(file)).orElse(List.of());
    }

    /**
     * The expensive step, done once for each file.
     *
     * @param name path below the corpus folder, with forward slashes
     */
    public ReadResult<ParsedFile> parse(String name, byte[] bytes) {
        Optional<String> objection = objection(name, bytes.length);
        if (objection.isPresent()) {
            return new ReadResult.Skipped<>(objection.get(), "", false);
        }
        FileBytes file = new FileBytes(name, bytes);
        String hash = FileBytes.hash(bytes);
        return isolated(name, hash, () -> {
            if (!entries(file).isEmpty()) {
                throw new IbidException(IbidException.Code.INVALID, "it holds several articles, none by itself");
            }
            return new ParsedFile(name, hash, manuscript(file));
        });
    }

    /**
     * The same for an entry of a file that holds several articles.
     *
     * @param name      path of the file, a slash and the entry's name
     * @param extension of the file
     * @param bytes     as {@link ArticleEntry#bytes} gives them
     */
    public ReadResult<ParsedFile> parseEntry(String name, String extension, byte[] bytes) {
        Optional<String> objection = sizeObjection(bytes.length, maxArticleBytes(extension));
        if (objection.isPresent()) {
            return new ReadResult.Skipped<>(objection.get(), "", false);
        }
        String hash = FileBytes.hash(bytes);
        FileBytes entry = new FileBytes(name, bytes, extension);
        return isolated(name, hash, () -> new ParsedFile(name, hash, manuscript(entry)));
    }

    /**
     * The cheap step; can be repeated with the same parsed file.
     *
     * @param recurring hashes of lines that recur in other files of its outlet, which are left out
     */
    public ReadResult<Article> typeset(ParsedFile file, Set<Long> recurring) {
        return isolated(file.name(), file.hash(), () -> {
            Manuscript manuscript = file.manuscript().without(recurring);
            return Typesetter.typeset(file.name(), file.hash(), manuscript);
        });
    }

    private Manuscript manuscript(FileBytes file) {
        FileSignature.check(file.extension(), file.content());
        ListRecognizer.check(file);
        for (ArticleFormat format : formats) {
            if (format.recognises(file)) {
                return HiddenCharacters.takeFrom(format.read(file));
            }
        }
        throw new IbidException(IbidException.Code.INVALID, UNKNOWN_FORMAT);
    }

    private static <T> ReadResult<T> isolated(String file, String hash, Supplier<T> reading) {
        try {
            return new ReadResult.Success<>(IsolatedRun.run(file, reading));
        } catch (IbidException notAnArticle) {
            boolean retryable = notAnArticle.code() == IbidException.Code.BUSY;
            return new ReadResult.Skipped<>(notAnArticle.getMessage(), hash, retryable);
        }
    }
}
