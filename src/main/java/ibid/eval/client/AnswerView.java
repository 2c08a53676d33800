package ibid.eval.client;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.eval.dataset.Nugget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** An answer as the API sends it, looked at as the measures need it. */
public record AnswerView(JsonNode json) {

    /**
     * Words of an article that a footnote quotes.
     *
     * @param imprint title, publisher, author and day: what the article is named by
     * @param support full, partial or none, as the answer states it
     */
    public record Quoted(
            int number,
            String article,
            String passage,
            String exact,
            int start,
            int end,
            String imprint,
            String support) {

        boolean overlaps(Quoted other) {
            return article.equals(other.article) && start < other.end && other.start < end;
        }

        /** Whether it quotes at least half of those words in one piece, from their article or from another of the same origin: a shred of them says nothing. */
        public boolean holds(Nugget.Evidence gold, UnaryOperator<String> origin) {
            return origin.apply(article).equals(origin.apply(gold.article()))
                    && 2 * common(plain(exact), plain(gold.exact()))
                            >= plain(gold.exact()).length();
        }

        private static String plain(String words) {
            return words.replaceAll("\\s+", " ").strip();
        }

        /** The length of the longest piece that stands in both. */
        private static int common(String one, String other) {
            if (one.contains(other)) return other.length();
            int longest = 0;
            int[] above = new int[other.length() + 1];
            for (int i = 0; i < one.length(); i++) {
                int[] row = new int[other.length() + 1];
                for (int j = 0; j < other.length(); j++)
                    if (one.charAt(i) == other.charAt(j)) longest = Math.max(longest, row[j + 1] = above[j] + 1);
                above = row;
            }
            return longest;
        }
    }

    public String text() {
        return json.path("text").asText();
    }

    public String outcome() {
        return json.path("outcome").asText();
    }

    public List<JsonNode> sentences() {
        return StreamSupport.stream(json.path("sentences").spliterator(), false).toList();
    }

    public List<Quoted> footnotes() {
        List<Quoted> footnotes = new ArrayList<>();
        for (JsonNode footnote : json.path("footnotes")) {
            JsonNode article = footnote.path("article"), quote = footnote.path("quote");
            String publisher = article.path("publisher").asText(""),
                    author = article.path("author").asText(""),
                    title = article.path("title").asText("");
            footnotes.add(new Quoted(
                    footnote.path("number").asInt(),
                    article.path("id").asText(),
                    footnote.path("passage_id").asText(),
                    quote.path("exact").asText(),
                    quote.path("start").asInt(),
                    quote.path("end").asInt(),
                    title + ". " + publisher + ", " + author + ", "
                            + article.path("published").asText("") + ".",
                    footnote.path("support").path("label").asText("")));
        }
        return footnotes;
    }

    /** The footnotes of one sentence; those that are not there are left out. */
    public List<Quoted> of(JsonNode sentence) {
        List<Integer> numbers = new ArrayList<>();
        sentence.path("footnotes").forEach(number -> numbers.add(number.asInt()));
        return footnotes().stream()
                .filter(footnote -> numbers.contains(footnote.number()))
                .toList();
    }

    /** Whether two answers come to the same: the same outcome, and where both answer, words in common under their footnotes. */
    public boolean agrees(AnswerView other) {
        if (!outcome().equals(other.outcome())) return false;
        List<Quoted> others = other.footnotes();
        return outcome().equals("abstained")
                || footnotes().stream().anyMatch(one -> others.stream().anyMatch(one::overlaps));
    }
}
