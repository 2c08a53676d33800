package ibid.api.openai;

/** Tokens of the language model; where none wrote, words of the messages and of the content. */
public record TokenUsage(int promptTokens, int completionTokens, int totalTokens) {

    public TokenUsage(int promptTokens, int completionTokens) {
        this(promptTokens, completionTokens, promptTokens + completionTokens);
    }
}
