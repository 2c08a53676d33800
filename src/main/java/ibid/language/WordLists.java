package ibid.language;

/** Replaced by {@link Polarity}. */
public final class WordLists {

    private WordLists() {}

    public static boolean opposite(String one, String other) {
        return Polarity.areOpposites(one, other);
    }
}
