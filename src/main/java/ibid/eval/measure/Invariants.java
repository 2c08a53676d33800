package ibid.eval.measure;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.eval.client.OriginalArticle;
import ibid.eval.judge.CitedSentence;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold of every answer on every route, whatever it says; each breach in words. */
public final class Invariants {

    public static final List<String> NAMED = List.of("title", "publisher", "author", "published", "url");
    private static final Pattern MARK = Pattern.compile("\\[(\\d+)]");

    private Invariants() {}

    /** @param originals articles by id, empty where there is no such article */
    public static List<String> breaches(JsonNode answer, Function<String, Optional<OriginalArticle>> originals) {
        List<String> breaches = new ArrayList<>();
        boolean abstained = answer.path("outcome").asText().equals("abstained");
        if (abstained && !answer.path("footnotes").isEmpty()) breaches.add("an abstained answer has footnotes");
        if (abstained && answer.path("missing").asText("").isBlank())
            breaches.add("an abstained answer does not say what is missing");
        if (abstained
                && !(answer.path("sentences").isEmpty()
                        && answer.path("text").asText().isEmpty())) breaches.add("an abstained answer says something");
        if (!abstained && answer.path("sentences").isEmpty()) breaches.add("an answer without sentences");
        numbering(answer, breaches);
        sentences(answer, breaches);
        repeats(answer, originals, breaches);
        for (JsonNode footnote : answer.path("footnotes")) {
            originals
                    .apply(footnote.path("article").path("id").asText())
                    .ifPresentOrElse(
                            original -> {
                                quote(footnote, original.text(), breaches);
                                imprint(footnote, original.source(), breaches);
                            },
                            () -> breaches.add(
                                    "footnote " + footnote.path("number") + " cites an article that is not there"));
        }
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
        answer.path("footnotes")
                .forEach(footnote -> numbers.add(footnote.path("number").asInt()));
        if (!numbers.equals(List.copyOf(used))) breaches.add("marks " + used + " but footnotes " + numbers);
    }

    /** Every sentence stands where it says, carries a footnote, and its marks follow it. */
    private static void sentences(JsonNode answer, List<String> breaches) {
        Text text = new Text(answer.path("text").asText());
        int from = 0;
        for (JsonNode sentence : answer.path("sentences")) {
            int end = sentence.path("end").asInt();
            if (!text.slice(sentence.path("start").asInt(), end)
                    .equals(sentence.path("text").asText()))
                breaches.add("a sentence is not at its place: "
                        + sentence.path("text").asText());
            StringBuilder marks = new StringBuilder(" ");
            sentence.path("footnotes")
                    .forEach(number -> marks.append('[').append(number.asInt()).append(']'));
            if (sentence.path("footnotes").isEmpty())
                breaches.add("a sentence without a footnote: "
                        + sentence.path("text").asText());
            if (!text.slice(end, end + marks.length()).equals(marks.toString()))
                breaches.add("a sentence's marks do not follow it: "
                        + sentence.path("text").asText());
            between(
                    text.slice(from, sentence.path("start").asInt()),
                    sentence.path("label").asText(""),
                    breaches);
            from = end + marks.length();
        }
        between(text.slice(from, text.length()), "", breaches);
    }

    /** Before a sentence stands nothing but the label of its row. */
    private static void between(String words, String label, List<String> breaches) {
        if (!words.strip().equals(label.isEmpty() ? "" : label + ":"))
            breaches.add("words that belong to no sentence: " + words.strip());
    }

    /** Nothing is said twice, however it is led in. */
    private static void repeats(
            JsonNode answer, Function<String, Optional<OriginalArticle>> originals, List<String> breaches) {
        Set<String> said = new HashSet<>();
        for (CitedSentence cited : CitedSentence.of(answer, originals))
            if (!said.add(cited.sentence().replaceAll("\\s+", " ").strip()))
                breaches.add("a sentence stands twice: " + cited.sentence());
    }

    /** The quoted words, and those round them, are the article's text at their place, to the letter. */
    private static void quote(JsonNode footnote, Text text, List<String> breaches) {
        JsonNode quote = footnote.path("quote");
        int start = quote.path("start").asInt(), end = quote.path("end").asInt();
        String exact = quote.path("exact").asText(),
                prefix = quote.path("prefix").asText(""),
                suffix = quote.path("suffix").asText("");
        if (footnote.path("support").path("label").asText().equals("full")
                && footnote.path("support").path("contradicted").asBoolean())
            breaches.add("footnote " + footnote.path("number")
                    + " is said both to bear its sentence out and to contradict it");
        if (exact.isBlank()) breaches.add("footnote " + footnote.path("number") + " quotes nothing");
        if (!text.slice(start, end).equals(exact))
            breaches.add("footnote " + footnote.path("number") + " does not quote to the letter");
        else if (!text.slice(0, start).endsWith(prefix)
                || !text.slice(end, text.length()).startsWith(suffix))
            breaches.add(
                    "footnote " + footnote.path("number") + " gives words round its quote that do not stand there");
    }

    /** The article is named as it names itself. */
    private static void imprint(JsonNode footnote, JsonNode source, List<String> breaches) {
        for (String field : NAMED) {
            String said = footnote.path("article").path(field).asText(""),
                    is = source.path(field).asText("");
            if (!said.equals(is))
                breaches.add("footnote " + footnote.path("number") + " gives the " + field + " “" + said
                        + "”; the article has “" + is + "”");
        }
    }
}
