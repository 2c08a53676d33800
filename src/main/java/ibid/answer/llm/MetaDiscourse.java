package ibid.answer.llm;

import ibid.answer.CuePhrases;
import ibid.language.CharRuns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Detects where a language model writes about the passages, the question or its answer instead of the subject. The
 * reader does not see the passages.
 */
final class MetaDiscourse {

    private static final Map<String, CuePhrases> PREAMBLES = CuePhrases.readKinds(MetaDiscourse.class, "preambles.txt");
    private static final CuePhrases PASSAGES = new CuePhrases(List.of("the/this/these/each/another passage/passages"));
    private static final CuePhrases ANSWERS = new CuePhrases(
            List.of("^ the/my/this answer/sentence/question above~/below~/contains~/asks~/should~/you~"));
    private static final CuePhrases ANNOUNCEMENTS =
            new CuePhrases(List.of("^ the/my/this answer/sentence/question is"));
    private static final Set<String> AFTER_OTHER_PASSAGE = // "the passage of the ships"
            Set.of("of", "through", "to", "from", "for", "by", "between", "across", "in", "into");

    private MetaDiscourse() {}

    /** Whether the sentence is a question, an announcement or about the passages, so that there is nothing to check. */
    static boolean isIn(String sentence) {
        if (sentence.endsWith("?") || sentence.endsWith(":")) {
            return true;
        }
        if (ANSWERS.isIn(sentence) || opens(sentence, ANNOUNCEMENTS, ":") > 0) {
            return true;
        }
        return PASSAGES.findIn(sentence).stream().anyMatch(found -> isOurs(sentence, found));
    }

    private static boolean isOurs(String sentence, CuePhrases.Occurrence passage) {
        String rest = sentence.substring(passage.end());
        if (!rest.startsWith(" ")) {
            return true;
        }
        int end = CharRuns.end(rest, 1, Character::isLetterOrDigit);
        return !AFTER_OTHER_PASSAGE.contains(rest.substring(1, end).toLowerCase(Locale.ROOT));
    }

    /** The sentence without introductory words like "According to the passages,". */
    static String withoutPreamble(String sentence) {
        int end = endOfPreamble(sentence);
        String rest = end < 0 ? "" : sentence.substring(end).stripLeading();
        if (rest.isEmpty()) {
            return sentence;
        }
        int first = rest.offsetByCodePoints(0, 1);
        return rest.substring(0, first).toUpperCase(Locale.ROOT) + rest.substring(first);
    }

    private static int endOfPreamble(String sentence) {
        int end = Math.max(endOfPreamble(sentence, "COLON", ":"), endOfPreamble(sentence, "COMMA", ","));
        if (end < 0) {
            end = Math.max(endOfPreamble(sentence, "SOURCE", ","), endOfPreamble(sentence, "SOURCE", ""));
        }
        return end < 0 ? endOfPreamble(sentence, "THAT", "") : end;
    }

    private static int endOfPreamble(String sentence, String kind, String sign) {
        return opens(sentence, PREAMBLES.get(kind), sign);
    }

    /**
     * Index after a phrase at the beginning of the sentence and the punctuation directly after it; -1 if they are
     * missing.
     */
    private static int opens(String sentence, CuePhrases phrases, String sign) {
        for (CuePhrases.Occurrence found : phrases.findIn(sentence)) {
            if (found.start() == 0 && sentence.startsWith(sign, found.end())) {
                return found.end() + sign.length();
            }
        }
        return -1;
    }
}
