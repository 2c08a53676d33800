package ibid.eval.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.eval.client.OriginalArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Changes an answer as a broken build would: its text, marks and places fit together afterwards, so that only what was changed can show. Each change starts from the answer as it was given. */
public final class EditedAnswer {

    private final Mutation.Given given;

    public EditedAnswer(Mutation.Given given) {
        this.given = given;
    }

    static List<Integer> numbers(JsonNode sentence) {
        List<Integer> numbers = new ArrayList<>();
        sentence.path("footnotes").forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    /** The articles that a sentence cites, as far as they are known. */
    List<OriginalArticle> originals(int at) {
        return numbers(given.answer().path("sentences").path(at)).stream()
                .map(number -> given.articles()
                        .get(given.answer()
                                .path("footnotes")
                                .path(number - 1)
                                .path("article")
                                .path("id")
                                .asText()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A sentence in other words. */
    public Mutation.Given say(int at, String words) {
        ObjectNode answer = given.answer().deepCopy();
        ((ObjectNode) answer.path("sentences").path(at)).put("text", words);
        return changed(answer, given.articles());
    }

    /** A sentence with other footnotes, of this answer or another. */
    Mutation.Given cite(int at, Mutation.Place place) {
        ObjectNode answer = given.answer().deepCopy();
        ArrayNode marks = ((ObjectNode) answer.path("sentences").path(at)).putArray("footnotes"),
                footnotes = (ArrayNode) answer.path("footnotes");
        for (int number : place.footnotes()) {
            if (place.answer().equals(given)) {
                marks.add(number);
                continue;
            }
            footnotes.add(((ObjectNode) place.answer()
                            .answer()
                            .path("footnotes")
                            .path(number - 1)
                            .deepCopy())
                    .put("number", footnotes.size() + 1));
            marks.add(footnotes.size());
        }
        Map<String, OriginalArticle> articles = new HashMap<>(given.articles());
        articles.putAll(place.answer().articles());
        return changed(answer, articles);
    }

    /** Its footnote with a field of the article's imprint that the article does not have so. */
    Mutation.Given misname(int at, String field) {
        ObjectNode answer = given.answer().deepCopy();
        int number = numbers(answer.path("sentences").path(at)).getFirst();
        ((ObjectNode) answer.path("footnotes").path(number - 1).path("article"))
                .put(
                        field,
                        field.equals("published")
                                ? "1999-04-01"
                                : field.equals("url") ? "https://example.org/another" : "Another " + field);
        return new Mutation.Given(given.topic(), given.right(), answer, given.articles());
    }

    /** A sentence once more at the end. */
    Mutation.Given repeat(int at) {
        ObjectNode answer = given.answer().deepCopy();
        ((ArrayNode) answer.path("sentences"))
                .add(answer.path("sentences").path(at).deepCopy());
        return changed(answer, given.articles());
    }

    private Mutation.Given changed(ObjectNode answer, Map<String, OriginalArticle> articles) {
        StringBuilder text = new StringBuilder();
        for (JsonNode sentence : answer.path("sentences")) {
            if (!text.isEmpty()) text.append(' ');
            if (!sentence.path("label").asText("").isEmpty())
                text.append(sentence.path("label").asText()).append(": ");
            int start = text.codePointCount(0, text.length());
            text.append(sentence.path("text").asText());
            ((ObjectNode) sentence).put("start", start).put("end", text.codePointCount(0, text.length()));
            text.append(' ');
            numbers(sentence).forEach(number -> text.append('[').append(number).append(']'));
        }
        return new Mutation.Given(given.topic(), given.right(), answer.put("text", text.toString()), articles);
    }
}
