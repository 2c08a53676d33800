package ibid.language;

import java.util.Locale;
import java.util.Set;

/** Nouns for a person by an office or a part in events: "president", "winner". */
public final class OfficeNouns {

    private static final Set<String> NOUNS = WordList.read(OfficeNouns.class, "office-nouns.txt");

    private OfficeNouns() {}

    public static boolean contains(String noun) {
        return NOUNS.contains(noun.toLowerCase(Locale.ROOT));
    }
}
