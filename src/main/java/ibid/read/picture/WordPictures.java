package ibid.read.picture;

import ibid.read.bytes.UnpackedSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Finds the pictures in the paragraphs of a Word file. */
final class WordPictures {

    private WordPictures() {}

    static void collect(byte[] file, PictureCollector collector) throws IOException {
        UnpackedSize.checkZip(file);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<XWPFParagraph> paragraphs = word.getParagraphs();
            for (int at = 0; at < paragraphs.size(); at++) {
                String below = at + 1 < paragraphs.size() ? captionIn(paragraphs.get(at + 1)) : "";
                collect(paragraphs.get(at), below, collector);
            }
        }
    }

    private static void collect(XWPFParagraph paragraph, String below, PictureCollector collector) {
        collector.text(paragraph.getText());
        for (XWPFRun run : paragraph.getRuns()) {
            for (XWPFPicture picture : run.getEmbeddedPictures()) {
                String alt = picture.getDescription() == null ? "" : picture.getDescription();
                if (picture.getPictureData() != null) { // else it is a link to a file elsewhere
                    collector.picture(picture.getPictureData().getData(), alt, below);
                }
            }
        }
    }

    private static String captionIn(XWPFParagraph paragraph) {
        String style = paragraph.getStyle();
        boolean isCaption = style != null && style.toLowerCase(Locale.ROOT).contains("caption");
        return isCaption ? paragraph.getText() : "";
    }
}
