package ibid.model;

import ibid.IbidException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language model a user chose.
 *
 * @param name   as its provider calls it, or a file's path
 * @param url    of the server, or empty for the provider's own
 * @param key    secret; never logged
 * @param window maximum number of tokens of a prompt and its answer
 */
public record ModelChoice(ModelProvider provider, String name, String url, String key, int window) {

    /** @return empty for {@code extractive}, which is no language model */
    public static Optional<ModelChoice> of(String value, String url, String key, int window) {
        if (value.equals("extractive")) {
            return Optional.empty();
        }
        int colon = value.indexOf(':');
        if (colon < 0 || colon == value.length() - 1) {
            throw unknown(value);
        }
        ModelProvider provider = provider(value.substring(0, colon), value);
        return Optional.of(new ModelChoice(provider, value.substring(colon + 1), url, key, window));
    }

    private static ModelProvider provider(String name, String value) {
        return ModelProvider.named(name.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(value));
    }

    private static IbidException unknown(String value) {
        List<String> usages = ModelProvider.usages();
        String allButLast = String.join(", ", usages.subList(0, usages.size() - 1));
        return new IbidException(
                IbidException.Code.INVALID,
                "model “" + value + "” is not known; say extractive, " + allButLast + " or " + usages.getLast());
    }

    /** {@code openai:gpt-x}; of a file only its name. */
    public String label() {
        String shown = provider.takesPath() ? name.substring(name.lastIndexOf('/') + 1) : name;
        return provider.word() + ":" + shown;
    }

    /** The remedy if the model does not answer. */
    public String remedy() {
        return provider.remedy(name);
    }

    String urlOr(String usual) {
        return url.isEmpty() ? usual : url;
    }

    @Override
    public String toString() {
        return label(); // not the key
    }
}
