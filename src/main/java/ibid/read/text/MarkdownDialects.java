package ibid.read.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts Markdown extensions of note-taking programs and site generators (Obsidian, Hugo, Jekyll, GitHub) to plain
 * Markdown.
 */
final class MarkdownDialects {

    /** Markup that is dropped: private comments, embedded pages, commands of the site generator, struck-out words. */
    private static final Pattern DROPPED = Pattern.compile(
            "%%[^%\n]{1,2000}%%|!\\[\\[[^\\]\n]{1,300}\\]\\]|(?<!`)(?:\\{\\{[^\n]{1,500}?\\}\\}|\\{%[^\n]{1,500}?%\\})|"
                    + "(?m:^\\{:[^\n}]{1,200}\\}[ \\t]*$)|"
                    + "~~(?=\\S)[^~\n]{1,500}~~");
    /** Markup that is replaced by the content of its group. */
    private static final Map<Pattern, String> REWRITTEN = Map.of(
            Pattern.compile("\\[\\[(?:[^\\]|\n]{1,300}\\|)?([^\\]|\n]{1,300})\\]\\]"), "$1",
            Pattern.compile("(?<=[\\p{L}\\p{N}])\\^([\\d+−-]{1,6})\\^"), "<sup>$1</sup>",
            Pattern.compile("(?<=\\p{L})(?<!~)~(\\d{1,3})~(?!~)"), "<sub>$1</sub>",
            Pattern.compile("==(?=\\S)([^=\n]{1,300})=="), "$1",
            Pattern.compile("(?m)^([ \\t]{0,20}>[> \\t]{0,20})\\[![\\p{Alnum}-]{1,30}\\][+-]?"), "$1",
            Pattern.compile("(?m)^([ \\t]{0,20}[-*+] )\\[[ xX]\\] "), "$1");

    private static final int MAX_NOTE_CHARS = 2000;

    private MarkdownDialects() {}

    /** @param removed receives what was dropped */
    static String plain(String markdown, List<String> removed) {
        String plain = DROPPED.matcher(markdown).replaceAll(dropped -> {
            removed.add(dropped.group().replaceAll("^(?:%%|~~)|(?:%%|~~)$", "").strip());
            return Matcher.quoteReplacement("");
        });
        for (Map.Entry<Pattern, String> one : REWRITTEN.entrySet()) {
            plain = one.getKey().matcher(plain).replaceAll(one.getValue());
        }
        return withNumberedNotes(plain);
    }

    /** Turns "^[words]" into a call and a note at the end, numbered after the text's own notes. */
    private static String withNumberedNotes(String markdown) {
        StringBuilder text = new StringBuilder();
        StringBuilder notes = new StringBuilder();
        int done = 0, number = 1;
        for (int at = markdown.indexOf("^["); at >= 0; at = markdown.indexOf("^[", Math.max(at + 1, done))) {
            int end = endOfBrackets(markdown, at + 1);
            if (end < 0 || at > 0 && markdown.charAt(at - 1) == '[') {
                continue;
            }
            while (markdown.contains("[^" + number + "]")) {
                number++;
            }
            text.append(markdown, done, at).append("[^").append(number).append(']');
            notes.append("\n\n[^").append(number++).append("]: ").append(markdown, at + 2, end);
            done = end + 1;
        }
        return done == 0
                ? markdown
                : text.append(markdown, done, markdown.length()).append(notes).toString();
    }

    /** Index of the bracket that closes the one at the start, within its paragraph; -1 if there is none. */
    private static int endOfBrackets(String text, int start) {
        int depth = 0;
        for (int at = start; at < Math.min(text.length(), start + MAX_NOTE_CHARS); at++) {
            char sign = text.charAt(at);
            depth += sign == '[' ? 1 : 0;
            depth -= sign == ']' ? 1 : 0;
            if (depth == 0) {
                return at;
            }
            if (sign == '\n' && text.startsWith("\n\n", at)) {
                return -1;
            }
        }
        return -1;
    }
}
