package ibid.ask.llm;

import ibid.model.Completion;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A short reply of a language model: its first line. The model is stopped after it.
 *
 * @param text without marks and quotation marks round it; empty if the model failed, wrote too much or wrote NONE
 */
record ShortCompletion(String text, Completion.Usage usage) {

    private static final int MAX_CHARS = 400;
    private static final Pattern MARK = Pattern.compile("\\s*\\[[^\\]]*]");

    static ShortCompletion of(Llm llm, Prompt.Filled prompt) {
        StringBuilder reply = new StringBuilder();
        Completion completion = llm.complete(prompt, piece -> goesOn(reply.append(piece)));
        String line = firstLine(reply.toString());
        boolean usable = !(completion instanceof Completion.Failed) && line.length() <= MAX_CHARS && !isNone(line);
        return new ShortCompletion(usable ? line : "", completion.usage());
    }

    private static boolean goesOn(CharSequence reply) {
        return reply.length() <= MAX_CHARS && reply.toString().stripLeading().indexOf('\n') < 0;
    }

    private static String firstLine(String reply) {
        String line = reply.strip().lines().findFirst().orElse("");
        String unmarked = MARK.matcher(line).replaceAll("");
        return withoutQuotationMarks(unmarked).strip();
    }

    private static String withoutQuotationMarks(String line) {
        int start = line.startsWith("\"") || line.startsWith("“") ? 1 : 0;
        int end = line.endsWith("\"") || line.endsWith("”") ? line.length() - 1 : line.length();
        return start < end ? line.substring(start, end) : "";
    }

    private static boolean isNone(String line) {
        int start = 0;
        while (start < line.length() && !Character.isLetterOrDigit(line.charAt(start))) {
            start++;
        }
        String words = line.substring(start).toLowerCase(Locale.ROOT);
        return words.startsWith("none") && (words.length() == 4 || !Character.isLetterOrDigit(words.charAt(4)));
    }

    /**
     * Whether every term is in one of these texts. A model that answers the question or follows an injected instruction
     * uses other words.
     */
    boolean usesOnly(List<String> texts) {
        Set<String> known = new HashSet<>();
        for (String one : texts) {
            known.addAll(IndexTerms.of(one));
        }
        return !text.isEmpty() && known.containsAll(IndexTerms.of(text));
    }
}
