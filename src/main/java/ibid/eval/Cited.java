package ibid.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence of an answer and the words cited for it, a text a footnote; a sentence without any is unsupported.
 *
 * @param sentence without its marks, and without what the writer added in brackets or put before a quotation
 */
public record Cited(String sentence, List<String> evidence) {

    public Cited {
        evidence = List.copyOf(evidence);
    }

    /** The sentences of an answer as the API gives it; none of one that abstained. */
    public static List<Cited> of(JsonNode answer) {
        List<Cited> sentences = new ArrayList<>();
        for (JsonNode sentence : answer.path("sentences")) {
            List<String> evidence = new ArrayList<>();
            String words = sentence.path("text").asText().replaceAll("\\s?\\[[^\\]]*]", "");
            for (JsonNode number : sentence.path("footnotes")) {
                JsonNode footnote = answer.path("footnotes").path(number.asInt() - 1);
                evidence.add(footnote.path("quote").path("exact").asText());
                words = told(words, footnote.path("article"));
            }
            sentences.add(new Cited(words, evidence));
        }
        return sentences;
    }

    /** Without the source's name before it: "Harbour Post, 3 May 2024: “…”" says what stands between the quotation marks, and that the Harbour Post says it. */
    private static String told(String words, JsonNode article) {
        String voice = Stream.of(article.path("publisher").asText(""), article.path("author").asText("")).filter(name -> !name.isBlank()).findFirst().orElse("“" + article.path("title").asText() + "”");
        if (!words.startsWith(voice)) return words;
        int quote = words.indexOf(": “");
        if (quote >= 0 && words.endsWith("”")) return words.substring(quote + 3, words.length() - 1);
        return words.startsWith(voice + ": ") ? words.substring(voice.length() + 2) : words;
    }
}
