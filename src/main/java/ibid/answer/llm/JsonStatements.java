package ibid.answer.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sentences as JSON objects, {@code {"sentences": [{"text", "passages"}], "missing"}}: each is read as soon as its brace closes. */
final class JsonStatements implements StatementParser {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder all = new StringBuilder();
    private int depth;
    private int start = -1;
    private boolean inText;
    private boolean escaped;
    private boolean any;
    private boolean readable = true;
    private String missing = "";
    private boolean none;

    @Override
    public List<Statement> hear(String piece) {
        List<Statement> whole = new ArrayList<>();
        for (int i = 0; i < piece.length(); i++) {
            char next = piece.charAt(i);
            all.append(next);
            if (inText) {
                if (escaped) escaped = false;
                else if (next == '\\') escaped = true;
                else if (next == '"') inText = false;
            } else if (next == '"') inText = true;
            else if (next == '{' && ++depth == 2) start = all.length() - 1;
            else if (next == '}' && --depth == 1 && start >= 0) whole.addAll(read(all.substring(start)));
        }
        return whole;
    }

    private List<Statement> read(String object) {
        start = -1;
        try {
            JsonNode sentence = JSON.readTree(object);
            List<String> handles = new ArrayList<>();
            sentence.path("passages").forEach(passage -> handles.add(passage.asText()));
            any = true;
            ProseStatements inText = new ProseStatements(); // some put their marks there all the same
            List<Statement> sentences =
                    new ArrayList<>(inText.hear(sentence.path("text").asText().strip()));
            sentences.addAll(inText.end(true));
            return sentences.stream()
                    .map(one -> new Statement(
                            one.text(),
                            Stream.concat(handles.stream(), one.handles().stream())
                                    .distinct()
                                    .toList()))
                    .toList();
        } catch (JsonProcessingException garbled) {
            readable = false;
            return List.of();
        }
    }

    @Override
    public List<Statement> end(boolean whole) {
        try {
            String text = all.toString().strip();
            JsonNode answer = JSON.readTree(text.endsWith("```") ? text.substring(0, text.length() - 3) : text);
            missing = answer.path("missing").asText("").strip();
            none = answer.path("sentences").isArray()
                    && answer.path("sentences").isEmpty();
        } catch (JsonProcessingException cut) {
            readable = any;
        }
        return List.of();
    }

    /** Whether anything could be read. */
    boolean readable() {
        return readable;
    }

    @Override
    public String missing() {
        return missing;
    }

    @Override
    public boolean none() {
        return none && !any;
    }
}
