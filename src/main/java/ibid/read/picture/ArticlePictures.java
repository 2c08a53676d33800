package ibid.read.picture;

import ibid.IbidException;
import ibid.read.bytes.FileBytes;
import ibid.read.html.HtmlFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;

/** The pictures of an article: those that its file holds, or that lie beside it, never any of the network. */
public final class ArticlePictures {

    private static final Set<String> PAGES = Set.of("html", "htm", "xhtml");

    private ArticlePictures() {}

    /**
     * In reading order; none for other forms, and for a file that is broken.
     *
     * @param beside gives the file at a path that is relative to this one, where there is one
     */
    public static List<ArticlePicture> in(FileBytes file, Function<String, Optional<byte[]>> beside) {
        PictureCollector collector = new PictureCollector();
        try {
            if (PAGES.contains(file.extension())) {
                HtmlPictures.collect(HtmlFormat.parse(file.content()), collector, beside);
            } else if (file.extension().equals("epub")) {
                EpubPictures.collect(file.content(), collector);
            } else if (file.extension().equals("docx")) {
                WordPictures.collect(file.content(), collector);
            }
        } catch (IOException | POIXMLException | NotOfficeXmlFileException | IbidException broken) {
            return List.of(); // its text was read by other means
        }
        return collector.pictures();
    }

    /** Whether files of this name may hold any. */
    public static boolean mayBeIn(String name) {
        String extension = FileBytes.extension(name);
        return PAGES.contains(extension) || Set.of("epub", "docx").contains(extension);
    }
}
