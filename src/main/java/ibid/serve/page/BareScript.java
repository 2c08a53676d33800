package ibid.serve.page;

/**
 * A script without its comments and indentation, which are a quarter of what a browser would be sent. Removes only what
 * cannot be part of a text: whole lines, and the end of a line behind which no quotation mark follows. Lines of a
 * template over several lines stay as they are.
 */
final class BareScript {

    private static final String QUOTES = "\"'`";

    private final StringBuilder bare = new StringBuilder();
    private boolean inComment;
    private boolean inTemplate;

    private BareScript() {}

    static String of(String script) {
        BareScript result = new BareScript();
        script.lines().forEach(result::add);
        return result.bare.toString();
    }

    private void add(String line) {
        String text = line.strip();
        if (inTemplate) {
            append(line);
        } else if (inComment || text.startsWith("/*")) {
            inComment = !text.endsWith("*/");
        } else if (!text.isEmpty() && !text.startsWith("//")) {
            append(withoutRemark(text));
        }
    }

    private void append(String line) {
        boolean turns = line.chars().filter(letter -> letter == '`').count() % 2 == 1;
        inTemplate = inTemplate != turns;
        bare.append(line).append('\n');
    }

    /** A text that held the two strokes would end behind them, with its quotation mark. */
    private static String withoutRemark(String line) {
        int strokes = line.lastIndexOf("  // ");
        boolean isRemark =
                strokes > 0 && line.substring(strokes).chars().noneMatch(letter -> QUOTES.indexOf(letter) >= 0);
        return isRemark ? line.substring(0, strokes).stripTrailing() : line;
    }
}
