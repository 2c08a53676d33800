package ibid.read.manuscript;

/** White space as running text has it. */
public final class Whitespace {

    private Whitespace() {}

    /** Every run of white space as one space, none at either end. */
    public static String collapse(CharSequence text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean space = Character.isWhitespace(sign);
            if (!space) {
                collapsed.append(sign);
            } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
                collapsed.append(' ');
            }
        }
        int end = collapsed.length();
        if (end > 0 && collapsed.charAt(end - 1) == ' ') {
            collapsed.setLength(end - 1);
        }
        return collapsed.toString();
    }
}
