package ibid.read;

import ibid.IbidException;
import ibid.article.Article;
import ibid.read.bytes.Decoder;
import ibid.read.bytes.FileSignature;
import ibid.read.html.HtmlFormat;
import ibid.read.manuscript.Fingerprint;
import ibid.read.manuscript.Manuscript;
import ibid.read.office.EpubFormat;
import ibid.read.office.WordFormat;
import ibid.read.pdf.PdfFormat;
import ibid.read.text.MarkdownFormat;
import ibid.read.text.PlainTextFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads one file as an article, or says why it is none. Stateless: threads may share it. */
public final class ArticleReader {

    /** Raised when the same file would now give another text, so that stored articles are read anew. */
    public static final int VERSION = 4;

    private static final long MAX_BYTES = 5 << 20,
            MAX_PACKED = 50 << 20; // of a page without the pictures in it, or of any other file that may hold them
    private static final int HEAD = 4096; // bytes that tell a page
    private static final Duration PATIENCE = Duration.ofSeconds(60); // for a hostile file: an honest one takes a second
    private static final String PACKED = "(?s).*\\.(pdf|docx|epub)", PAGE = "(?s).*\\.(html?|xhtml)";
    private static final Pattern HTML = Pattern.compile(
            "(?i)\\A[\\s\uFEFF]*(?:<\\?xml[^>]{0,200}>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype html|html)\\b",
            Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("data:[\\w/+.-]{1,100};base64,[A-Za-z0-9+/=\\s]++");
    private static final Set<String> ABOUT = Set.of("sources.md", "readme.md", "license", "notice");

    /** What became of a file. */
    public sealed interface Reading {

        record Read(Article article) implements Reading {}

        /**
         * @param hash    of the bytes, or empty where they were not read
         * @param passing whether the same bytes may be read another time: the fault is in the disk, the rights or the load, not in them
         */
        record Skipped(String reason, String hash, boolean passing) implements Reading {}
    }

    public Reading read(CorpusFile file) {
        return read(file, Set.of());
    }

    /** @param furniture hashes of lines that recur across the files of its outlet */
    public Reading read(CorpusFile file, Set<Long> furniture) {
        return switch (open(file)) {
            case Opened.Not not -> new Reading.Skipped(not.reason(), not.hash(), not.passing());
            case Opened.As as -> set(file, as, furniture);
        };
    }

    /** What of the file may recur elsewhere; empty where it is no article. */
    public Optional<Fingerprint> fingerprint(CorpusFile file) {
        return open(file) instanceof Opened.As as ? Optional.of(Fingerprint.of(as.manuscript())) : Optional.empty();
    }

    private sealed interface Opened {

        record As(Manuscript manuscript, String hash) implements Opened {}

        record Not(String reason, String hash, boolean passing) implements Opened {

            Not(String reason) {
                this(reason, "", false);
            }
        }
    }

    private static Opened open(CorpusFile file) {
        String fileName = file.path().getFileName().toString().toLowerCase(Locale.ROOT);
        if (ABOUT.contains(fileName)) return new Opened.Not("about the collection, not an article");
        if (!fileName.matches("(?s).*\\.(md|markdown|txt|text|html?|xhtml|pdf|docx|epub)")) {
            return new Opened.Not(
                    "format not read; Markdown, plain text, HTML, PDF, Word and EPUB are (.md .txt .html .pdf .docx .epub)");
        }
        long most = fileName.matches(PACKED) || fileName.matches(PAGE) ? MAX_PACKED : MAX_BYTES;
        if (file.size() > most) return new Opened.Not("larger than " + (most >> 20) + " MB");
        if (file.size() == 0) return new Opened.Not("empty");
        String hash = "";
        try {
            byte[] bytes = bytes(file.path(), most);
            hash = hash(bytes);
            return new Opened.As(bounded(() -> manuscript(fileName, bytes)), hash);
        } catch (AccessDeniedException locked) {
            return new Opened.Not(
                    "cannot be read: Ibid has no permission; give it the right to read the file", "", true);
        } catch (IOException unreadable) {
            return new Opened.Not("cannot be read: " + unreadable.getMessage(), "", true);
        } catch (IbidException notAnArticle) {
            return new Opened.Not(notAnArticle.getMessage(), hash, notAnArticle.code() == IbidException.Code.BUSY);
        }
    }

    /** A link put in the file's place since the folder was listed is not followed, and what has grown is not read whole. */
    private static byte[] bytes(Path file, long most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes((int) most);
        }
    }

    private static Reading set(CorpusFile file, Opened.As as, Set<Long> furniture) {
        try {
            return new Reading.Read(bounded(() -> Typesetter.set(
                    file.id(), file.name(), as.hash(), as.manuscript().without(furniture))));
        } catch (IbidException notAnArticle) {
            return new Reading.Skipped(
                    notAnArticle.getMessage(), as.hash(), notAnArticle.code() == IbidException.Code.BUSY);
        }
    }

    private static Manuscript manuscript(String fileName, byte[] bytes) {
        FileSignature.check(fileName.substring(fileName.lastIndexOf('.') + 1), bytes);
        if (fileName.matches(PACKED))
            return fileName.endsWith(".pdf")
                    ? PdfFormat.read(bytes)
                    : fileName.endsWith(".docx") ? WordFormat.read(bytes) : EpubFormat.read(bytes);
        if (fileName.matches(PAGE) || page(bytes)) return HtmlFormat.read(withoutPictures(bytes));
        String text = Decoder.decode(bytes);
        return fileName.matches("(?s).*\\.(md|markdown)") ? MarkdownFormat.read(text) : PlainTextFormat.read(text);
    }

    /** Whether it begins as a web page does, whatever it is called. */
    private static boolean page(byte[] bytes) {
        return HTML.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1))
                .find();
    }

    /** "Save page" extensions put the pictures into the page. Single bytes go through unharmed as Latin-1. */
    private static byte[] withoutPictures(byte[] bytes) {
        if (bytes.length <= MAX_BYTES) return bytes;
        byte[] left = PICTURE.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .replaceAll("data:,")
                .getBytes(StandardCharsets.ISO_8859_1);
        if (left.length > MAX_BYTES)
            throw new IbidException(
                    IbidException.Code.INVALID, "larger than " + (MAX_BYTES >> 20) + " MB without its pictures");
        return left;
    }

    /** Within a limit of time, and whatever a library throws at what it does not expect: only this file is lost. */
    private static <T> T bounded(Supplier<T> reading) {
        AtomicReference<Thread> reader = new AtomicReference<>();
        try {
            return CompletableFuture.supplyAsync(
                            reading,
                            task -> reader.set(
                                    Thread.ofPlatform().daemon().name("reading").start(task)))
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IbidException said) throw said;
            reader.get().interrupt();
            boolean passing = failed.getCause() instanceof TimeoutException
                    || failed.getCause() instanceof OutOfMemoryError; // what else goes on here may be to blame
            throw new IbidException(
                    passing ? IbidException.Code.BUSY : IbidException.Code.INVALID,
                    switch (failed.getCause()) {
                        case TimeoutException late -> "not read within " + PATIENCE.toSeconds() + " seconds";
                        case StackOverflowError deep -> "what it holds stands too deep in one another";
                        case OutOfMemoryError large -> "it takes more memory than Ibid has; part it";
                        case null, default -> "the file is broken: " + failed.getCause();
                    },
                    failed);
        }
    }

    /** Ends a reading that nobody waits for any more. */
    public static void stopIfLate() {
        if (Thread.currentThread().isInterrupted())
            throw new IbidException(IbidException.Code.INVALID, "not read in time");
    }

    /** SHA-256, hex. */
    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
