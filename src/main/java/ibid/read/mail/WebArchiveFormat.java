package ibid.read.mail;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.manuscript.ArticleFormat;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector.Item;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.Entity;

/** Reads a web page that a browser saved as one file (.mhtml, RFC 2557): the page, without its pictures and frames. */
public final class WebArchiveFormat implements ArticleFormat {

    private static final int MAX_BYTES = 50 << 20; // with its pictures

    @Override
    public Set<String> extensions() {
        return Set.of("mhtml", "mht");
    }

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public Manuscript read(FileBytes file) {
        MimeFile archive = new MimeFile(file.content());
        Entity page = archive.firstOf("text/html")
                .or(() -> archive.firstOf("application/xhtml+xml"))
                .orElseThrow(() -> new IbidException(IbidException.Code.INVALID, "a web archive without a page"));
        Manuscript text = PartText.page(page);
        Stream.of(
                        MimeFile.header(archive.message(), "Snapshot-Content-Location"),
                        MimeFile.header(page, "Content-Location"))
                .filter(address -> address.startsWith("http"))
                .forEach(address -> text.titlePage().offer(Item.URL, address, "address of the saved page"));
        return text;
    }
}
