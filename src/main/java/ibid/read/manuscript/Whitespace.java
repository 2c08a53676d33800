package ibid.read.manuscript;

/** Normalises white space of running text. */
public final class Whitespace {

    private Whitespace() {}

    /** Replaces every run of white space by one space and removes it at both ends. */
    public static String collapse(CharSequence text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isWhitespace(sign)) {
                gap = !collapsed.isEmpty();
                continue;
            }
            if (gap) {
                collapsed.append(' ');
            }
            collapsed.append(sign);
            gap = false;
        }
        return collapsed.toString();
    }
}
