package ibid.ask.llm;

import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.QueryRewriter;
import ibid.search.rewrite.RuleQueryRewriter;
import ibid.search.rewrite.StandAloneQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Has a language model write the stand-alone form of a follow-up. Its reply is used only if all its words are from the
 * conversation; else the rules' form is used. Threads may share it.
 */
final class LlmQueryRewriter implements QueryRewriter {

    private static final int MAX_TURNS = 4;
    private static final int MAX_ANSWER_CHARS = 400;

    /** Labels that models put before the question. */
    private static final List<String> LABELS = List.of("question", "stand-alone question", "follow-up");

    private final Llm llm;
    private final Prompt prompt;
    private final QueryRewriter rules = new RuleQueryRewriter();

    LlmQueryRewriter(Llm llm, Prompt prompt) {
        this.llm = llm;
        this.prompt = prompt;
    }

    public StandAloneQuestion rewrite(String question, List<EarlierTurn> earlier) {
        if (earlier.isEmpty()) {
            return new StandAloneQuestion(question);
        }
        Map<String, String> inputs = Map.of("conversation", conversation(earlier), "question", question);
        ShortCompletion reply = ShortCompletion.of(llm, prompt.fill(inputs));
        ShortCompletion rewritten = new ShortCompletion(withoutLabel(reply.text()), reply.usage());
        boolean isUsed = rewritten.usesOnly(textsOf(question, earlier));
        String text =
                isUsed ? rewritten.text() : rules.rewrite(question, earlier).text();
        return new StandAloneQuestion(text, reply.usage());
    }

    private static String conversation(List<EarlierTurn> earlier) {
        StringJoiner turns = new StringJoiner("\n");
        for (EarlierTurn turn : earlier.subList(Math.max(0, earlier.size() - MAX_TURNS), earlier.size())) {
            turns.add("Reader: " + turn.question());
            turns.add("Answer: " + (turn.answer().isEmpty() ? "(none)" : beginning(turn.answer())));
        }
        return turns.toString();
    }

    private static String beginning(String answer) {
        return answer.substring(0, Math.min(MAX_ANSWER_CHARS, answer.length()));
    }

    private static String withoutLabel(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return line;
        }
        String label = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return LABELS.contains(label) ? line.substring(colon + 1).strip() : line;
    }

    /** All text of the conversation. */
    private static List<String> textsOf(String question, List<EarlierTurn> earlier) {
        List<String> texts = new ArrayList<>(List.of(question));
        for (EarlierTurn turn : earlier) {
            texts.addAll(List.of(turn.question(), turn.query(), turn.answer()));
        }
        return texts;
    }
}
