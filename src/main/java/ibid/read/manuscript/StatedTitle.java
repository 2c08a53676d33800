package ibid.read.manuscript;

import java.util.regex.Pattern;

/** Distinguishes the title of a document from a name that a program wrote into its properties. */
public final class StatedTitle {

    private static final Pattern PROGRAM_GENERATED =
            Pattern.compile("(?i)(?:microsoft (?:word|powerpoint) - )?.*\\.(?:docx?|rtf|odt|indd|qxd|"
                    + "pptx?|pdf|html?)|microsoft word - .*|untitled.*|document\\d*|(?:slide|"
                    + "page) ?\\d*|\\W*");

    private StatedTitle() {}

    /** The title in a document's properties, or empty if there is none or a program wrote it. */
    public static String of(String property) {
        if (property == null || property.length() > MetadataCollector.MAX_VALUE_CHARS) {
            return "";
        }
        return PROGRAM_GENERATED.matcher(property.strip()).matches() ? "" : property;
    }
}
