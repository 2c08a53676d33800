package ibid.ask.llm;

import ibid.model.Completion;
import ibid.model.Completion.Usage;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A short thing asked of a language model: its first line, and it is stopped there.
 *
 * @param text without marks and quotation marks round it; empty where the model failed, ran on or said NONE
 */
record ShortCompletion(String text, Usage usage) {

    private static final int MOST = 400; // characters

    static ShortCompletion of(Llm llm, Prompt.Filled prompt) {
        StringBuilder said = new StringBuilder();
        Completion completion = llm.complete(prompt, piece -> {
            said.append(piece);
            return said.length() <= MOST && said.toString().stripLeading().indexOf('\n') < 0;
        });
        String line = said.toString()
                .strip()
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\s*\\[[^\\]]*]", "")
                .replaceAll("^[\"“]|[\"”]$", "")
                .strip();
        boolean useless =
                completion instanceof Completion.Failed || line.length() > MOST || line.matches("(?i)\\W*none\\b.*");
        return new ShortCompletion(useless ? "" : line, completion.usage());
    }

    /** Whether every word of weight is among these texts': a model that answers, or obeys what an article said, brings words nobody has used. */
    boolean usesOnly(List<String> known) {
        Set<String> terms = new HashSet<>();
        for (String knownText : known) terms.addAll(IndexTerms.of(knownText));
        return !text.isEmpty() && terms.containsAll(IndexTerms.of(text));
    }
}
