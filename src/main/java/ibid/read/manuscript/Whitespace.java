package ibid.read.manuscript;

/** White space as running text has it. */
public final class Whitespace {

    private Whitespace() {}

    /** Every run of white space as one space, none at either end. */
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
