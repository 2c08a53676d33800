package ibid.read.manuscript;

import ibid.IbidException;

/** Limits of the length of a text in any format, because an endless text would block every later step. */
public final class TextLimits {

    static final int MAX_TEXT_CHARS = 5_000_000; // as many as the longest text file has

    private static final int MAX_PARAGRAPH_CHARS = 200_000; // about 70 pages

    private TextLimits() {}

    /** @throws IbidException INVALID if the text is longer than {@link #MAX_TEXT_CHARS} */
    public static void checkText(long chars) {
        if (chars > MAX_TEXT_CHARS) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "its text is longer than " + MAX_TEXT_CHARS / 1_000_000 + " million letters; split it");
        }
    }

    /** @throws IbidException INVALID if a line or paragraph is too long for the patterns that are applied to it */
    public static void checkParagraph(CharSequence paragraph) {
        if (paragraph.length() > MAX_PARAGRAPH_CHARS) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "a line or paragraph of it is longer than " + MAX_PARAGRAPH_CHARS + " letters; split it");
        }
    }
}
