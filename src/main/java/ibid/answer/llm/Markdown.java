package ibid.answer.llm;

import ibid.language.CharRuns;

/** Removes Markdown from a sentence that a language model wrote: bullets, numbers, headings, quotes and emphasis. */
final class Markdown {

    private static final String BULLETS = "-*•";
    private static final int MAX_HEADING_LEVEL = 4;
    private static final int MAX_NUMBER_CHARS = 2;

    private Markdown() {}

    static String strip(String sentence) {
        String text = withoutHeading(withoutBullet(sentence));
        if (text.startsWith(">")) {
            text = text.substring(1);
        }
        return text.replace("**", "").replace("__", "").strip();
    }

    private static String withoutBullet(String sentence) {
        String text = sentence.stripLeading();
        int end = CharRuns.end(text, 0, Character::isDigit);
        String ends = end == 0 ? BULLETS : ".)";
        if (end > MAX_NUMBER_CHARS || end >= text.length() || ends.indexOf(text.charAt(end)) < 0) {
            return sentence;
        }
        String rest = text.substring(end + 1);
        String stripped = rest.stripLeading();
        return stripped.length() < rest.length() ? stripped : sentence;
    }

    private static String withoutHeading(String text) {
        int level = CharRuns.end(text, 0, CharRuns.anyOf("#"));
        boolean isHeading = level > 0 && level <= MAX_HEADING_LEVEL && text.startsWith(" ", level);
        return isHeading ? text.substring(level + 1) : text;
    }
}
