package ibid.language.injection;

import ibid.language.WordList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What leads a reader away from the article: it is shown only to somebody who asked for it. */
public enum ContactDetail {
    LINK,
    EMAIL,
    PHONE,
    PAYMENT,
    /** "Your password": a secret of the reader. */
    CREDENTIAL;

    private final Set<String> askedWith =
            WordList.read(ContactDetail.class, "asked-" + name().toLowerCase(Locale.ROOT) + ".txt");

    /** Whether the sentence holds a detail that the question does not ask for. */
    public static boolean isUnasked(String sentence, String question) {
        ContactWords words = new ContactWords(ShownText.asSeen(sentence));
        Set<ContactDetail> found = words.details();
        if (found.isEmpty()) {
            return false;
        }
        found.removeAll(askedIn(question));
        return !found.isEmpty() && !words.addressIsNamedIn(question, found);
    }

    /** The details that a sentence holds. */
    public static Set<ContactDetail> in(String sentence) {
        return new ContactWords(ShownText.asSeen(sentence)).details();
    }

    private static Set<ContactDetail> askedIn(String question) {
        Set<ContactDetail> asked = EnumSet.noneOf(ContactDetail.class);
        Set<String> words =
                new HashSet<>(List.of(question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")));
        for (ContactDetail detail : values()) {
            if (words.stream().anyMatch(detail.askedWith::contains)) {
                asked.add(detail);
            }
        }
        return asked;
    }
}
