package ibid.eval;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.corpus.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold of every answer on every route, whatever it says; each breach in words. */
public final class Invariants {

    private static final Pattern MARK = Pattern.compile("\\[(\\d+)]");

    private Invariants() {}

    /** @param textOf an article's canonical text by id, empty where there is no such article */
    public static List<String> breaches(JsonNode answer, Function<String, Optional<String>> textOf) {
        List<String> breaches = new ArrayList<>();
        boolean abstained = answer.path("outcome").asText().equals("abstained");
        if (abstained && !answer.path("footnotes").isEmpty()) breaches.add("an abstained answer has footnotes");
        if (abstained && answer.path("missing").asText("").isBlank()) breaches.add("an abstained answer does not say what is missing");
        if (!abstained && answer.path("sentences").isEmpty()) breaches.add("an answer without sentences");
        numbering(answer, breaches);
        sentences(answer, breaches);
        quotes(answer, textOf, breaches);
        return breaches;
    }

    /** From 1, without gaps, in the order of first use; every mark has its footnote and every footnote its mark. */
    private static void numbering(JsonNode answer, List<String> breaches) {
        Set<Integer> used = new LinkedHashSet<>();
        Matcher mark = MARK.matcher(answer.path("text").asText());
        while (mark.find()) used.add(Integer.parseInt(mark.group(1)));
        int next = 1;
        for (int number : used) if (number != next++) breaches.add("marks out of order: " + used);
        List<Integer> numbers = new ArrayList<>();
        answer.path("footnotes").forEach(footnote -> numbers.add(footnote.path("number").asInt()));
        if (!numbers.equals(List.copyOf(used))) breaches.add("marks " + used + " but footnotes " + numbers);
    }

    /** Every sentence stands where it says, carries a footnote, and its marks follow it. */
    private static void sentences(JsonNode answer, List<String> breaches) {
        Text text = new Text(answer.path("text").asText());
        for (JsonNode sentence : answer.path("sentences")) {
            int end = sentence.path("end").asInt();
            if (!text.slice(sentence.path("start").asInt(), end).equals(sentence.path("text").asText())) breaches.add("a sentence is not at its place: " + sentence.path("text").asText());
            StringBuilder marks = new StringBuilder(" ");
            sentence.path("footnotes").forEach(number -> marks.append('[').append(number.asInt()).append(']'));
            if (sentence.path("footnotes").isEmpty()) breaches.add("a sentence without a footnote: " + sentence.path("text").asText());
            if (!text.slice(end, end + marks.length()).equals(marks.toString())) breaches.add("a sentence's marks do not follow it: " + sentence.path("text").asText());
        }
    }

    /** The quoted words are the article's text at their place, to the letter. */
    private static void quotes(JsonNode answer, Function<String, Optional<String>> textOf, List<String> breaches) {
        for (JsonNode footnote : answer.path("footnotes")) {
            JsonNode quote = footnote.path("quote");
            Optional<String> article = textOf.apply(footnote.path("article").path("id").asText());
            if (article.isEmpty()) breaches.add("footnote " + footnote.path("number") + " cites an article that is not there");
            else if (!new Text(article.get()).slice(quote.path("start").asInt(), quote.path("end").asInt()).equals(quote.path("exact").asText())) {
                breaches.add("footnote " + footnote.path("number") + " does not quote to the letter");
            }
            if (quote.path("exact").asText().isBlank()) breaches.add("footnote " + footnote.path("number") + " quotes nothing");
        }
    }
}
