package ibid.read.html.head;

import ibid.read.manuscript.Whitespace;
import java.util.Locale;
import java.util.Set;

/** Tells whether a name in the place of an author or a title is the outlet's own. */
final class OutletName {

    private static final Set<String> ITS_PEOPLE = Set.of(
            "",
            "staff",
            "staff writer",
            "staff writers",
            "staff reporter",
            "editorial board",
            "editorial staff",
            "editorial team",
            "editors",
            "editor",
            "team",
            "newsroom",
            "news desk",
            "web desk",
            "online",
            "redaktion",
            "rédaction");

    private OutletName() {}

    /** Whether the name is the outlet's, or of all its people: "The Harbour Post Staff". */
    static boolean isOf(String name, String outlet) {
        String own = plain(outlet), other = plain(name);
        return own.isEmpty()
                ? other.isEmpty()
                : other.startsWith(own)
                        && ITS_PEOPLE.contains(other.substring(own.length()).strip());
    }

    private static String plain(String name) {
        String plain = Whitespace.collapse(name).toLowerCase(Locale.ROOT).strip();
        return plain.startsWith("the ") ? plain.substring(4) : plain;
    }
}
