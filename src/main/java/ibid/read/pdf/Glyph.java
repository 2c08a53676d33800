package ibid.read.pdf;

/**
 * A character, or several that are set as one, where it stands on a page. In points; x grows in the direction of
 * reading and y downwards, however the text is turned.
 *
 * @param y of the base line
 */
record Glyph(String text, double x, double y, double width, double size, boolean bold) {

    double end() {
        return x + width;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    Glyph at(double otherX, double otherY, double otherSize) {
        return new Glyph(text, otherX, otherY, width, otherSize, bold);
    }

    /** Whether the letter is of a script that is written from right to left. */
    boolean isRightToLeft() {
        byte direction = Character.getDirectionality(text.codePointAt(0));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
