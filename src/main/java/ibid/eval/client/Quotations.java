package ibid.eval.client;

import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.eval.dataset.Nugget;
import java.util.function.UnaryOperator;

/** Compares the words that footnotes quote. */
public final class Quotations {

    private Quotations() {}

    /** Whether two footnotes quote words in common. */
    static boolean overlap(FootnoteBody one, FootnoteBody other) {
        return one.article().id().equals(other.article().id())
                && one.quote().start() < other.quote().end()
                && other.quote().start() < one.quote().end();
    }

    /**
     * Whether a footnote quotes at least half of the evidence in one piece: less of it says nothing.
     *
     * @param origin the article that one is a copy of, or itself: words count wherever the same story was printed
     */
    public static boolean containEvidence(FootnoteBody footnote, Nugget.Evidence gold, UnaryOperator<String> origin) {
        String cited = origin.apply(footnote.article().id());
        if (!cited.equals(origin.apply(gold.article()))) {
            return false;
        }
        String wanted = plain(gold.exact());
        return 2 * longestCommon(plain(footnote.quote().exact()), wanted) >= wanted.length();
    }

    /** Title, publisher, author and day: what the article is named by. */
    public static String imprint(FootnoteBody footnote) {
        ArticleBody article = footnote.article();
        return article.title() + ". " + article.publisher() + ", " + article.author() + ", " + article.published()
                + ".";
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    /** The length of the longest piece that is in both. */
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
