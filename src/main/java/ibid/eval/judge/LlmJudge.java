package ibid.eval.judge;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.injection.Suspicion;
import ibid.model.Completion;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.verify.Support;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A language model as a judge, with the prompt {@code prompts/judge-claim.md}. It gives a verdict without a confidence:
 * its scores are 1, ½ and 0. Threads may share it if they may share the model.
 */
public final class LlmJudge implements Judge {

    private static final int MAX_TRIES = 2; // one retry for a reply that cannot be parsed
    private static final Pattern REPLY =
            Pattern.compile("(?is)^[\\s*_`\"“]*(?<word>full|partial|none|contradicted)\\b(?!\\s*(?:,|/|\\||"
                    + "or\\b))[\\s*_`\"”.:,;–—-]*(?<reason>.*)$");

    private final Llm llm;
    private final Prompt prompt;

    public LlmJudge(Llm llm) {
        this.llm = llm;
        this.prompt = Prompt.named("judge-claim", "claim", "evidence");
    }

    /** The version of the prompt: {@code judge-claim@9f3a12cd}. */
    public String version() {
        return prompt.version();
    }

    @Override
    public Judgement judge(String claim, List<String> evidence) {
        if (claim.isBlank()) {
            return new Judgement.Failed("there is no claim");
        }
        if (evidence.stream().allMatch(String::isBlank)) {
            return new Judgement.Given(Support.NONE, false, 0, "there is no evidence");
        }
        Prompt.Filled filled = prompt.fill(Map.of(
                "claim",
                withoutMarkup(claim),
                "evidence",
                evidence.stream().map(LlmJudge::evidenceText).collect(Collectors.joining("\n"))));
        String last = "";
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            Completion completion = llm.complete(filled, piece -> true);
            if (completion instanceof Completion.Failed failed) {
                return new Judgement.Failed(
                        "the language model " + failed.failure().description());
            }
            last = completion.text();
            Optional<Judgement> read = read(last);
            if (read.isPresent()) {
                return read.get();
            }
        }
        return new Judgement.Failed("the reply cannot be parsed: "
                + last.strip().lines().findFirst().orElse("it is empty"));
    }

    @Override
    public boolean readsText() {
        return true;
    }

    /** Evidence made safe for the prompt: no sentence addresses the model or closes the evidence tag. */
    private static String evidenceText(String evidence) {
        Text text = new Text(evidence);
        String words = evidence;
        for (Span sentence : Sentences.in(text, new Span(0, text.length()))) {
            if (Suspicion.of(text.slice(sentence)).isPresent()) {
                words = words.replace(text.slice(sentence), "");
            }
        }
        return withoutMarkup(words);
    }

    private static String withoutMarkup(String words) {
        return words.replace("<", "‹").replace(">", "›").strip();
    }

    static Optional<Judgement> read(String reply) {
        Matcher found = REPLY.matcher(reply);
        if (!found.matches()) {
            return Optional.empty();
        }
        String reason = found.group("reason").strip();
        return Optional.of(
                switch (found.group("word").toLowerCase(Locale.ROOT)) {
                    case "full" -> new Judgement.Given(Support.FULL, false, 1, reason);
                    case "partial" -> new Judgement.Given(Support.PARTIAL, false, 0.5, reason);
                    case "contradicted" -> new Judgement.Given(Support.NONE, true, 0, reason);
                    default -> new Judgement.Given(Support.NONE, false, 0, reason);
                });
    }
}
