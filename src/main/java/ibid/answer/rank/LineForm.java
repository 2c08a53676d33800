package ibid.answer.rank;

import ibid.answer.CuePhrases;
import ibid.article.Article;
import ibid.article.Block;
import ibid.language.CharRuns;
import ibid.language.Span;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The form of a line of an article. Only a sentence can answer a question: headings, links to other stories, captions
 * and credits, bylines and lines that promote something are furniture of the page, and a question asks.
 */
public enum LineForm {
    SENTENCE,
    QUESTION,
    /** A heading, or the words that lead in a list. */
    HEADING,
    /** "Label: headline" of another story. */
    LINK,
    CAPTION,
    CREDIT,
    BYLINE,
    PROMOTION,
    /** When the page was published or updated. */
    NOTICE,
    /** Signs or the number of an item alone. */
    NUMBER;

    private static final int MAX_HEADING_WORDS = 14; // longer lines without a full stop are items and rows
    private static final int MAX_RUN_IN_WORDS = 3;
    private static final int MAX_NOTICE_WORDS = 12; // longer ones say what was corrected
    private static final int MAX_LABEL_WORDS = 4;
    private static final int MAX_LABELLED_WORDS = 18;
    private static final double MIN_SHARE_OF_CAPITALS = 0.6; // of the words of a headline
    private static final String ENDS = ".!?…。！？؟।";
    private static final String CLOSERS = "\"”’'»)]›*_";
    private static final String OPENERS = "\"“‘«(";

    private static final Map<String, CuePhrases> CUES = CuePhrases.readKinds(LineForm.class, "line-forms.txt");
    private static final Set<String> LINK_LABELS = WordList.read(LineForm.class, "link-labels.txt");
    private static final Set<String> CREDIT_LABELS =
            Set.of("photo", "photograph", "image", "picture", "illustration", "graphic", "credit");
    private static final Set<String> VERBS = WordList.read(LineForm.class, "finite-verbs.txt");

    public static LineForm of(Article article, Span line) {
        for (Block block : article.blocks()) {
            if (block.span().contains(line)) {
                LineForm form = of(article.text().slice(line), block.kind());
                return form == SENTENCE && runsIn(article, line, block.span()) ? HEADING : form;
            }
        }
        return of(article.text().slice(line), Block.Kind.PARAGRAPH);
    }

    /** A heading in the line of its paragraph: "The harbour question. Nobody knows who paid." */
    private static boolean runsIn(Article article, Span line, Span paragraph) {
        if (line.start() != paragraph.start() || line.end() == paragraph.end()) {
            return false;
        }
        String text = article.text().slice(line);
        List<String> words = words(text);
        return text.endsWith(".")
                && words.size() <= MAX_RUN_IN_WORDS
                && words.stream().noneMatch(LineForm::mayBeVerb);
    }

    private static boolean mayBeVerb(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return VERBS.contains(lower) || lower.endsWith("ed") || lower.endsWith("s");
    }

    static LineForm of(String line, Block.Kind block) {
        List<String> words = words(line);
        if (words.stream().noneMatch(word -> word.codePoints().anyMatch(Character::isLetter)) && words.size() < 2) {
            return NUMBER;
        }
        if (isQuestion(line)) {
            return QUESTION;
        }
        LineForm cued = byCue(line, words.size());
        if (cued != SENTENCE) {
            return cued;
        }
        return switch (block) {
            case CAPTION -> CAPTION;
            case HEADING -> HEADING;
            case PARAGRAPH, QUOTE -> isEnded(line) ? byLabel(line, words) : unended(line, words);
            case ITEM, ROW -> byLabel(line, words);
        };
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int end = CharRuns.end(line, at, Character::isLetterOrDigit);
            if (end > at) {
                words.add(line.substring(at, end));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    /** A line that asks, but not one that tells what somebody asked. */
    private static boolean isQuestion(String line) {
        String bare = withoutClosers(line);
        if (!bare.endsWith("?") && !bare.endsWith("？")) {
            return false;
        }
        return bare.length() == line.length() || firstOpener(line) == 0;
    }

    private static int firstOpener(String line) {
        int at = 0;
        while (at < line.length() && OPENERS.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static LineForm byCue(String line, int words) {
        if (CUES.get("PROMOTION").isIn(line)) {
            return PROMOTION;
        }
        if (CUES.get("BYLINE").isIn(line)) {
            return BYLINE;
        }
        if (CUES.get("CREDIT").isIn(line) || (CUES.get("AGENCY").isIn(line) && !isEnded(line))) {
            return CREDIT;
        }
        return words <= MAX_NOTICE_WORDS && CUES.get("NOTICE").isIn(line) ? NOTICE : SENTENCE;
    }

    /** A line that ends like a sentence may still be a link: "Watch: the moment the bridge fell." */
    private static LineForm byLabel(String line, List<String> words) {
        int colon = line.indexOf(':');
        if (colon < 0 || words.size() > MAX_LABELLED_WORDS) {
            return SENTENCE;
        }
        String label = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (CREDIT_LABELS.contains(label)) {
            return CREDIT;
        }
        return LINK_LABELS.contains(label) ? LINK : SENTENCE;
    }

    private static LineForm unended(String line, List<String> words) {
        if (line.endsWith(":")) {
            return words.size() <= MAX_HEADING_WORDS ? HEADING : SENTENCE;
        }
        int colon = line.indexOf(':');
        if (colon > 0 && words(line.substring(0, colon)).size() <= MAX_LABEL_WORDS) {
            return LINK;
        }
        if (words.size() > MAX_HEADING_WORDS) {
            return SENTENCE;
        }
        boolean hasVerb = words.stream().anyMatch(word -> VERBS.contains(word.toLowerCase(Locale.ROOT)));
        return hasVerb && !isCapitalised(words) ? SENTENCE : HEADING;
    }

    private static boolean isCapitalised(List<String> words) {
        long capitals = words.stream()
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .count();
        return capitals >= MIN_SHARE_OF_CAPITALS * words.size();
    }

    private static boolean isEnded(String line) {
        String bare = withoutClosers(line);
        return !bare.isEmpty() && ENDS.indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }

    private static String withoutClosers(String line) {
        int end = line.length();
        while (end > 0
                && (CLOSERS.indexOf(line.charAt(end - 1)) >= 0 || Character.isWhitespace(line.charAt(end - 1)))) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Whether a line of this form can answer a question. */
    public boolean canAnswer() {
        return this == SENTENCE;
    }
}
