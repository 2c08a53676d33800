package ibid.answer.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sentences as JSON objects, {@code {"sentences": [{"text", "passages"}], "missing"}}: each is parsed as soon as its
 * closing brace arrives.
 */
final class JsonStatements implements StatementParser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENTENCE_DEPTH = 2; // braces open within a sentence's object
    private static final String FENCE = "```"; // some models close the code fence they opened

    private final StringBuilder received = new StringBuilder();
    private int depth;
    private int sentenceStart = -1;
    private boolean isInString;
    private boolean isEscaped;
    private boolean hasSentence;
    private boolean isReadable = true;
    private boolean hasEmptyList;
    private String missing = "";

    @Override
    public List<Statement> accept(String piece) {
        List<Statement> whole = new ArrayList<>();
        for (int at = 0; at < piece.length(); at++) {
            char next = piece.charAt(at);
            received.append(next);
            if (isInString) {
                acceptInString(next);
            } else if (closesSentence(next)) {
                whole.addAll(readSentence());
            }
        }
        return whole;
    }

    private void acceptInString(char next) {
        if (isEscaped) {
            isEscaped = false;
        } else if (next == '\\') {
            isEscaped = true;
        } else if (next == '"') {
            isInString = false;
        }
    }

    private boolean closesSentence(char next) {
        switch (next) {
            case '"' -> isInString = true;
            case '{' -> {
                depth++;
                if (depth == SENTENCE_DEPTH) {
                    sentenceStart = received.length() - 1;
                }
            }
            case '}' -> {
                depth--;
                return depth == SENTENCE_DEPTH - 1 && sentenceStart >= 0;
            }
            default -> {}
        }
        return false;
    }

    private List<Statement> readSentence() {
        String object = received.substring(sentenceStart);
        sentenceStart = -1;
        try {
            JsonNode sentence = JSON.readTree(object);
            hasSentence = true;
            return statements(sentence);
        } catch (JsonProcessingException garbled) {
            isReadable = false;
            return List.of();
        }
    }

    private static List<Statement> statements(JsonNode sentence) {
        List<String> named = new ArrayList<>();
        sentence.path("passages").forEach(passage -> named.add(passage.asText()));
        List<Statement> statements = new ArrayList<>();
        for (Statement written : written(sentence.path("text").asText().strip())) {
            Set<String> marks = new LinkedHashSet<>(named);
            marks.addAll(written.marks());
            statements.add(new Statement(written.text(), List.copyOf(marks)));
        }
        return statements;
    }

    /** Some models put marks into the text nevertheless. */
    private static List<Statement> written(String text) {
        ProseStatements prose = new ProseStatements();
        List<Statement> written = new ArrayList<>(prose.accept(text));
        written.addAll(prose.finish(true));
        return written;
    }

    public List<Statement> finish(boolean isWhole) {
        try {
            JsonNode answer = JSON.readTree(withoutFence(received.toString().strip()));
            JsonNode sentences = answer.path("sentences");
            missing = answer.path("missing").asText("").strip();
            hasEmptyList = sentences.isArray() && sentences.isEmpty();
        } catch (JsonProcessingException cut) {
            isReadable = hasSentence;
        }
        return List.of();
    }

    private static String withoutFence(String text) {
        return text.endsWith(FENCE) ? text.substring(0, text.length() - FENCE.length()) : text;
    }

    /** Whether anything could be parsed. */
    boolean isReadable() {
        return isReadable;
    }

    @Override
    public String missing() {
        return missing;
    }

    @Override
    public boolean declines() {
        return hasEmptyList && !hasSentence;
    }
}
