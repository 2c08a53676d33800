package ibid.eval.client;

import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.eval.dataset.Nugget;
import java.util.function.UnaryOperator;

/** Compares the words that footnotes quote. */
public final class Quotations {

    private Quotations() {}

    /** Whether two footnotes quote some of the same words. */
    static boolean overlap(FootnoteBody one, FootnoteBody other) {
        return one.article().id().equals(other.article().id())
                && one.quote().start() < other.quote().end()
                && other.quote().start() < one.quote().end();
    }

    /**
     * Whether a footnote quotes at least half of the evidence without a gap. Less is no proof.
     *
     * @param origin maps an article to the one it copies, or to itself, so that a quote from any copy counts
     */
    public static boolean containEvidence(FootnoteBody footnote, Nugget.Evidence gold, UnaryOperator<String> origin) {
        String cited = origin.apply(footnote.article().id());
        if (!cited.equals(origin.apply(gold.article()))) {
            return false;
        }
        String wanted = plain(gold.exact());
        return 2 * longestCommon(plain(footnote.quote().exact()), wanted) >= wanted.length();
    }

    /** The name of an article: title, publisher, author and day. */
    public static String imprint(FootnoteBody footnote) {
        ArticleBody article = footnote.article();
        return article.title() + ". " + article.publisher() + ", " + article.author() + ", " + article.published()
                + ".";
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    /** The length of the longest common substring. */
    private static int longestCommon(String one, String other) {
        if (one.contains(other)) {
            return other.length();
        }
        int longest = 0;
        int[] above = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int[] row = new int[other.length() + 1];
            for (int j = 0; j < other.length(); j++) {
                if (one.charAt(i) != other.charAt(j)) {
                    continue;
                }
                row[j + 1] = above[j] + 1;
                longest = Math.max(longest, row[j + 1]);
            }
            above = row;
        }
        return longest;
    }
}
