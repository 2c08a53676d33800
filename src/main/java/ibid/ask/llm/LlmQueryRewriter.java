package ibid.ask.llm;

import ibid.ask.UserQuestion;
import ibid.model.Completion.Usage;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.QueryRewriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has a language model put a follow-up into words that stand alone; what it gives is taken only if it adds nothing of its own. Threads may share it. */
public final class LlmQueryRewriter {

    private static final int TURNS = 4;
    private static final int MOST_OF_ANSWER = 400;
    private static final Pattern LABEL = Pattern.compile("(?i)^(question|stand-alone question|follow-up)\\s*:\\s*");

    private final Llm llm;
    private final Prompt prompt;

    LlmQueryRewriter(Llm llm, Prompt prompt) {
        this.llm = llm;
        this.prompt = prompt;
    }

    /** A question's stand-alone form, and what it cost. */
    public record Form(String query, Usage usage) {

        public static Form asIs(String question) {
            return new Form(question, Usage.NONE);
        }
    }

    public Form form(UserQuestion asking) {
        String builtIn = QueryRewriter.form(asking.question(), asking.earlier());
        ShortCompletion line = ShortCompletion.of(
                llm,
                prompt.fill(Map.of("conversation", conversation(asking.earlier()), "question", asking.question())));
        ShortCompletion written = new ShortCompletion(LABEL.matcher(line.text()).replaceFirst(""), line.usage());
        Stream<String> said = Stream.concat(
                Stream.of(asking.question()),
                asking.earlier().stream().flatMap(turn -> Stream.of(turn.question(), turn.query(), turn.answer())));
        return new Form(written.usesOnly(said) ? written.text() : builtIn, line.usage());
    }

    private static String conversation(List<EarlierTurn> earlier) {
        return earlier.subList(Math.max(0, earlier.size() - TURNS), earlier.size()).stream()
                .map(turn -> "Reader: " + turn.question() + "\nAnswer: "
                        + (turn.answer().isEmpty()
                                ? "(none)"
                                : turn.answer()
                                        .substring(
                                                0,
                                                Math.min(
                                                        MOST_OF_ANSWER,
                                                        turn.answer().length()))))
                .collect(Collectors.joining("\n"));
    }
}
