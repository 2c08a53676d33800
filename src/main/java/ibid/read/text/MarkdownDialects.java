package ibid.read.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts Markdown extensions of note-taking programs and site generators (Obsidian, Hugo, GitHub) to plain Markdown.
 */
final class MarkdownDialects {

    /** Markup that is dropped: private comments, embedded pages, commands of the site generator, struck-out words. */
    private static final Pattern DROPPED =
            Pattern.compile("%%[^%\n]{1,2000}%%|!\\[\\[[^\\]\n]{1,300}\\]\\]|\\{\\{[<%][^\n]{1,500}?[%>]\\}\\}|"
                    + "~~(?=\\S)[^~\n]{1,500}~~");
    /** Markup that is replaced by the content of its group. */
    private static final Map<Pattern, String> REWRITTEN = Map.of(
            Pattern.compile("\\[\\[(?:[^\\]|\n]{1,300}\\|)?([^\\]|\n]{1,300})\\]\\]"), "$1",
            Pattern.compile("==(?=\\S)([^=\n]{1,300})=="), "$1",
            Pattern.compile("(?m)^([ \\t]{0,20}>[> \\t]{0,20})\\[![\\p{Alnum}-]{1,30}\\][+-]?"), "$1",
            Pattern.compile("(?m)^([ \\t]{0,20}[-*+] )\\[[ xX]\\] "), "$1");

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
        return plain;
    }
}
