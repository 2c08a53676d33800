package ibid.read.pdf;

import ibid.read.bytes.Decoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** The values that were filled into a form, each where its field stands on the page. */
final class FormFields {

    private static final double BASE_SHARE = 0.25; // of the field's height: where its text stands
    private static final double SIZE_SHARE = 0.6; // of the field's height
    private static final double MAX_SIZE = 11; // points

    private final Map<COSDictionary, String> values = new IdentityHashMap<>(); // by the widget that shows them

    FormFields(PDDocument document) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null); // as it is in the file
        if (form == null) {
            return;
        }
        for (PDField field : form.getFieldTree()) {
            boolean isText = field instanceof PDTextField text && !text.isPassword() || field instanceof PDChoice;
            String value = isText ? Decoder.clean(field.getValueAsString()).strip() : ""; // of a button none is read
            if (!value.isEmpty()) {
                field.getWidgets().forEach(widget -> values.put(widget.getCOSObject(), value.replaceAll("\\s+", " ")));
            }
        }
    }

    List<Glyph> on(PDPage page) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        if (values.isEmpty()) {
            return glyphs;
        }
        for (PDAnnotation annotation : page.getAnnotations()) {
            String value = values.get(annotation.getCOSObject());
            boolean isSeen = !annotation.isHidden() && !annotation.isNoView() && annotation.getRectangle() != null;
            if (isSeen && value != null) {
                glyphs.add(glyph(value, annotation.getRectangle(), page.getCropBox()));
            }
        }
        return glyphs;
    }

    private static Glyph glyph(String value, PDRectangle field, PDRectangle box) {
        double size = Math.min(MAX_SIZE, SIZE_SHARE * field.getHeight());
        return new Glyph(
                value,
                field.getLowerLeftX() - box.getLowerLeftX(),
                box.getLowerLeftY() - field.getLowerLeftY() - BASE_SHARE * field.getHeight(),
                field.getWidth(),
                size,
                false);
    }
}
