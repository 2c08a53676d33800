package ibid.read.manuscript;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Distinguishes what a document's properties state from what a program wrote into them. */
public final class StatedTitle {

    private static final Pattern PROGRAM_GENERATED =
            Pattern.compile("(?i)(?:microsoft (?:word|powerpoint|excel)|powerpoint)(?: - .*| presentation)?|.*\\."
                    + "(?:docx?|rtf|odt|indd|qxd|pptx?|pdf|html?|dvi|tex|ps|eps|xlsx?|pages|cdr|wpd|pmd|fm|exe|docm)"
                    + "|(?:untitled|no title|blank|new document).*|(?:document|slide|page|print|template) ?\\d*|\\W*"
                    + "|\\(?(?:anonymous|unspecified|unknown)\\)?|[a-z]+\\(0x[0-9a-f]+\\)");
    /** How the names of programs begin that write themselves where the author belongs, in lower case. */
    private static final List<String> PROGRAMS = List.of(
            "python-docx",
            "microsoft",
            "ms office",
            "ms word",
            "office user",
            "adobe",
            "acrobat",
            "latex",
            "pdftex",
            "tex output",
            "openoffice",
            "libreoffice",
            "quarkxpress",
            "indesign",
            "wkhtmltopdf",
            "ghostscript",
            "pscript",
            "windows user",
            "apache poi",
            "apache fop",
            "reportlab",
            "google docs",
            "canva",
            "array(0x",
            "hash(0x",
            "pandoc",
            "un-named");
    /** What accounts and forms are called, in lower case. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "user",
            "admin",
            "administrator",
            "owner",
            "author",
            "unknown",
            "anonymous",
            "unspecified",
            "default",
            "root",
            "none",
            "null",
            "n/a",
            "guest",
            "unnamed",
            "test",
            "windows",
            "office",
            "me",
            "staff",
            "staff writer",
            "staff reporter",
            "editor",
            "undefined",
            "pc",
            "author name",
            "your name",
            "unknown author",
            "test user",
            "the author",
            "no author",
            "webmaster",
            "wordpress",
            "site admin",
            "superuser",
            "super user",
            "guest author",
            "guest post",
            "guest contributor",
            "contributor",
            "editorial staff",
            "editorial team",
            "newsroom",
            "news desk",
            "web desk",
            "redaktion",
            "redaktionsteam",
            "rédaction",
            "la rédaction",
            "redacción",
            "redazione",
            "redactie",
            "redakcja",
            "redação");

    private static final Pattern ADDRESS_OF_SITE = Pattern.compile("(?:[a-z0-9-]+\\.)+[a-z]{2,}");

    private StatedTitle() {}

    /** The title in a document's properties, or empty if there is none or a program wrote it. */
    public static String of(String property) {
        if (property == null || property.length() > MetadataCollector.MAX_VALUE_CHARS) {
            return "";
        }
        return PROGRAM_GENERATED.matcher(property.strip()).matches() ? "" : property;
    }

    /** The author in a document's properties, or empty if that is a program, an account or a placeholder. */
    public static String author(String property) {
        String name = property == null ? "" : property.strip();
        String small = name.toLowerCase(Locale.ROOT);
        String inBrackets =
                small.startsWith("(") && small.endsWith(")") ? small.substring(1, small.length() - 1) : small;
        boolean isOfPerson =
                !PLACEHOLDERS.contains(inBrackets) && PROGRAMS.stream().noneMatch(small::startsWith);
        return isOfPerson && isWritten(name) ? name : "";
    }

    /** Whether it is written like a name, and not like an account or the address of a site. */
    private static boolean isWritten(String name) {
        return name.length() > 1
                && name.chars().anyMatch(Character::isLetter)
                && name.chars().noneMatch(sign -> Character.isDigit(sign) || sign == '@')
                && !ADDRESS_OF_SITE.matcher(name).matches();
    }
}
