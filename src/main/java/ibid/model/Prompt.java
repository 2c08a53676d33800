package ibid.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt of the folder {@code prompts}: texts with placeholders.
 *
 * @param version name and the first eight digits of the file's SHA-256: {@code answer@9f3a12cd}
 * @param inputs  names of its placeholders; each is used
 */
public record Prompt(String version, Output output, Set<String> inputs, String system, String user) {

    private static final List<String> SECTION_HEADS = List.of("Inputs: ", "\nOutput: ", "\n\n# System\n", "\n# User\n");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}");

    /** Output format. TEXT: free text; SENTENCES: a JSON object with sentences, their passages, and what is missing. */
    public enum Output {
        TEXT,
        SENTENCES
    }

    /** A prompt whose placeholders are filled, ready to send. */
    public record Filled(String version, Output output, String system, String user) {}

    public Prompt {
        inputs = Set.copyOf(inputs);
        Set<String> used = new TreeSet<>();
        PLACEHOLDER.matcher(system + user).results().forEach(place -> used.add(place.group(1)));
        if (!used.equals(inputs)) {
            throw new IllegalArgumentException(
                    "prompt " + version + " uses " + used + " but its inputs are " + new TreeSet<>(inputs));
        }
    }

    /** Loads the file {@code prompts/NAME.md} and checks that it has these inputs. */
    public static Prompt named(String name, String... inputs) {
        Prompt prompt = of(name, bytes("prompts/" + name + ".md"));
        if (!prompt.inputs().equals(Set.of(inputs))) {
            throw new IllegalArgumentException("prompts/" + name + ".md takes " + new TreeSet<>(prompt.inputs())
                    + ", but is given " + new TreeSet<>(Set.of(inputs)));
        }
        return prompt;
    }

    private static byte[] bytes(String path) {
        try (InputStream file = Prompt.class.getResourceAsStream("/" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("no file " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Prompt of(String name, byte[] file) {
        List<String> parts = parts(name, new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n"));
        return new Prompt(
                name + "@" + hash(file),
                Output.valueOf(parts.get(1).toUpperCase(Locale.ROOT)),
                Set.of(parts.get(0).split(", ")),
                parts.get(2).strip(),
                parts.get(3).strip());
    }

    /** The text after each heading. */
    private static List<String> parts(String name, String file) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (String head : SECTION_HEADS) {
            int at = file.indexOf(head, start);
            if (at < 0 || start == 0 && at > 0) {
                throw malformed(name);
            }
            if (start > 0) {
                parts.add(file.substring(start, at));
            }
            start = at + head.length();
        }
        parts.add(file.substring(start));
        return parts;
    }

    private static IllegalArgumentException malformed(String name) {
        return new IllegalArgumentException(
                "prompts/" + name + ".md must begin with Inputs: and Output: and have # System and # User");
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file))
                    .substring(0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Fills in each placeholder once. Inserted text is not searched, because a passage may contain what looks like a
     * placeholder.
     */
    public Filled fill(Map<String, String> values) {
        if (!values.keySet().equals(inputs)) {
            throw new IllegalArgumentException(version + " takes " + inputs + ", not " + values.keySet());
        }
        return new Filled(version, output, filled(system, values), filled(user, values));
    }

    private static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
    }
}
