package ibid.model;

import ibid.IbidException;
import java.util.Locale;
import java.util.Optional;

/**
 * The language model a user chose.
 *
 * @param name   as its provider calls it, or a file's path
 * @param url    of the server, or empty for the provider's own
 * @param key    secret; never logged
 * @param window how many tokens a prompt and its answer may have together
 */
public record ModelChoice(Kind kind, String name, String url, String key, int window) {

    public enum Kind {
        OPENAI,
        ANTHROPIC,
        OLLAMA,
        GGUF
    }

    /** @return empty for {@code extractive}, which is no language model */
    public static Optional<ModelChoice> of(String value, String url, String key, int window) {
        if (value.equals("extractive")) return Optional.empty();
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1) throw invalid(value);
        try {
            return Optional.of(new ModelChoice(
                    Kind.valueOf(value.substring(0, colon).toUpperCase(Locale.ROOT)),
                    value.substring(colon + 1),
                    url,
                    key,
                    window));
        } catch (IllegalArgumentException unknown) {
            throw invalid(value);
        }
    }

    private static IbidException invalid(String value) {
        return new IbidException(
                IbidException.Code.INVALID,
                "model “" + value
                        + "” is not known; say extractive, openai:NAME, anthropic:NAME, ollama:NAME or gguf:PATH");
    }

    /** {@code openai:gpt-x}; of a file only its name. */
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT) + ":"
                + (kind == Kind.GGUF ? name.substring(name.lastIndexOf('/') + 1) : name);
    }

    /** Whether it is known to keep to a JSON schema. */
    public boolean structured() {
        return kind == Kind.OPENAI || kind == Kind.OLLAMA;
    }

    @Override
    public String toString() {
        return label(); // not the key
    }
}
