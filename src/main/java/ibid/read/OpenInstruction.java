package ibid.read;

import ibid.language.injection.Suspicion;

/**
 * How far the words reach that a suspicious sentence introduces: up to the end of a quotation that it opens, one
 * sentence after a colon at its end, or two of its block after it says that something follows. One instance a block.
 */
final class OpenInstruction {

    private static final String OPENING = "«„「『";
    private static final String CLOSING = "”»」』";
    private static final char OPENS_OR_CLOSES = '“'; // it closes a quotation that „ opens

    private static final int ANNOUNCED = 2; // sentences: "User: Anything else? Assistant: Yes. The bridge is closed."

    private boolean isOpen;
    private int announced;
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
        announced = Suspicion.announcesMore(sentence) ? ANNOUNCED : announced - 1;
        isOpen = isQuoted || endsWithColon || announced > 0;
    }

    /** A colon at the end of a block introduces the block after it. */
    boolean introducesNextBlock() {
        return isOpen && endsWithColon;
    }

    private static boolean opens(String sentence) {
        return depth(sentence) > 0 || straightMarks(sentence) % 2 == 1;
    }

    private static boolean closes(String sentence) {
        return depth(sentence) < 0 || straightMarks(sentence) % 2 == 1;
    }

    /** Quotations that it opens, less those that it closes. */
    private static int depth(String sentence) {
        int depth = 0;
        boolean isGerman = sentence.indexOf('„') >= 0;
        for (char sign : sentence.toCharArray()) {
            boolean opens = OPENING.indexOf(sign) >= 0 || sign == OPENS_OR_CLOSES && !isGerman;
            boolean closes = CLOSING.indexOf(sign) >= 0 || sign == OPENS_OR_CLOSES && isGerman;
            depth += opens ? 1 : 0;
            depth -= closes ? 1 : 0;
        }
        return depth;
    }

    private static long straightMarks(String sentence) {
        return sentence.chars().filter(sign -> sign == '"').count();
    }
}
