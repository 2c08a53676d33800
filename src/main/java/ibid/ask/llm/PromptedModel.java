package ibid.ask.llm;

import ibid.answer.llm.LlmWriter;
import ibid.model.Llm;
import ibid.model.OpenModel;
import ibid.model.Prompt;
import java.util.Optional;

/**
 * A language model with the prompts used for an answer.
 *
 * @param label         its name in answers
 * @param isLocal       whether it runs on a machine of the user's, where it may be slow and a call costs nothing
 * @param shortReplyLlm the same model with short time limits, for short replies
 * @param rewrite       takes conversation and question
 * @param repair        takes sentence, reason and passage
 * @param disagreement  takes question and quotes
 */
public record PromptedModel(
        String label,
        boolean isLocal,
        LlmWriter writer,
        Llm shortReplyLlm,
        Prompt rewrite,
        Prompt repair,
        Prompt disagreement) {

    /** Creates one with the prompts of the folder {@code prompts}. */
    public static PromptedModel of(OpenModel model) {
        return of(
                        model.choice().label(),
                        model.forAnswers(),
                        model.forShortReplies(),
                        model.keepsSchema(),
                        model.maxPromptTokens())
                .local(model.isLocal());
    }

    private PromptedModel local(boolean local) {
        return new PromptedModel(label, local, writer, shortReplyLlm, rewrite, repair, disagreement);
    }

    /**
     * Creates one with the prompts of the folder {@code prompts} and checks the inputs of each.
     *
     * @param schema    whether the model supports a JSON schema
     * @param maxTokens of prompt and passages together
     */
    public static PromptedModel of(String label, Llm answerLlm, Llm shortReplyLlm, boolean schema, int maxTokens) {
        return new PromptedModel(
                label,
                false,
                writer(answerLlm, schema, maxTokens),
                shortReplyLlm,
                Prompt.named("rewrite-question", "conversation", "question"),
                Prompt.named("repair-sentence", "sentence", "reason", "passage"),
                Prompt.named("name-disagreement", "question", "quotes"));
    }

    private static LlmWriter writer(Llm llm, boolean schema, int maxTokens) {
        Prompt prose = Prompt.named("answer", "today", "question", "passages");
        Prompt objects = Prompt.named("answer-objects", "today", "question", "passages");
        Optional<Prompt> structured = schema ? Optional.of(objects) : Optional.empty();
        return new LlmWriter(llm, prose, structured, maxTokens);
    }
}
