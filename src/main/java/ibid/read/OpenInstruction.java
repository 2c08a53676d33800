package ibid.read;

/**
 * How far the words reach that a suspicious sentence introduces: up to the end of a quotation that it opens, or one
 * sentence after a colon at its end. One instance a block.
 */
final class OpenInstruction {

    private static final String OPENING = "“«„「『";
    private static final String CLOSING = "”»“」』";

    private boolean isOpen;
    private boolean isQuoted;
    private boolean endsWithColon;

    /** @param isIntroduced whether the block before ends with such words */
    OpenInstruction(boolean isIntroduced) {
        isOpen = isIntroduced;
    }

    /** Whether the next sentence belongs to it. */
    boolean continues() {
        return isOpen;
    }

    void add(String sentence, boolean isTaken) {
        if (!isTaken) {
            isOpen = false;
            return;
        }
        boolean wasQuoted = isQuoted;
        isQuoted = wasQuoted ? !closes(sentence) : opens(sentence);
        endsWithColon = sentence.endsWith(":") || sentence.endsWith("：");
        isOpen = isQuoted || endsWithColon;
    }

    /** A colon at the end of a block introduces the block after it. */
    boolean introducesNextBlock() {
        return isOpen && endsWithColon;
    }

    private static boolean opens(String sentence) {
        return count(sentence, OPENING) > count(sentence, CLOSING) || count(sentence, "\"") % 2 == 1;
    }

    private static boolean closes(String sentence) {
        return count(sentence, CLOSING) > 0 || count(sentence, "\"") % 2 == 1;
    }

    private static long count(String sentence, String signs) {
        return sentence.chars().filter(sign -> signs.indexOf(sign) >= 0).count();
    }
}
