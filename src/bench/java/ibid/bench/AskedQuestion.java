package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.answer.rank.Candidate;
import ibid.article.ArticleId;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A question with what shows that a sentence answers it.
 *
 * @param gold     the articles that answer; empty if any may
 * @param accepted an answering sentence has all the strings of one of these, in any case
 * @param exact    sentences that answer
 */
record AskedQuestion(
        String set,
        String id,
        String question,
        boolean answerable,
        Set<ArticleId> gold,
        List<List<String>> accepted,
        List<String> exact) {

    private static final int MIN_CHARS = 15; // shorter sentences are part of too many others

    /** The topics that follow no other; the vital points answer. */
    static List<AskedQuestion> of(TestCollection topics) {
        List<AskedQuestion> questions = new ArrayList<>();
        for (Topic topic : topics.topics()) {
            if (topic.follows().isEmpty()) {
                List<Nugget> vital = topics.nuggets(topic.id()).stream()
                        .filter(Nugget::vital)
                        .toList();
                questions.add(new AskedQuestion(
                        "own",
                        topic.id(),
                        topic.question(),
                        !vital.isEmpty(),
                        Set.of(),
                        vital.stream().flatMap(one -> one.accept().stream()).toList(),
                        vital.stream()
                                .flatMap(one -> one.evidence().stream())
                                .map(Nugget.Evidence::exact)
                                .toList()));
            }
        }
        return questions;
    }

    static List<AskedQuestion> of(String set, List<LabelledSet.Labelled> labelled) {
        return labelled.stream()
                .map(one -> new AskedQuestion(
                        set,
                        one.id(),
                        one.question(),
                        one.answerable(),
                        one.gold(),
                        one.answers().stream().map(List::of).toList(),
                        List.of()))
                .toList();
    }

    /** @param file JSON lines: {@code src/train/questions/README.md} */
    static List<AskedQuestion> read(Path file) throws IOException {
        List<AskedQuestion> questions = new ArrayList<>();
        for (JsonNode row : JsonLines.read(file)) {
            List<List<String>> accepted = new ArrayList<>();
            row.path("accept").forEach(group -> accepted.add(strings(group)));
            questions.add(new AskedQuestion(
                    row.path("set").asText(),
                    row.path("id").asText(),
                    row.path("question").asText(),
                    row.path("answerable").asBoolean(),
                    gold(row.path("article").asText()),
                    accepted,
                    strings(row.path("exact"))));
        }
        return questions;
    }

    /** Of a question about nothing in the collection, none. */
    private static Set<ArticleId> gold(String article) {
        return article.isEmpty() ? Set.of() : Set.of(new ArticleId(article));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asText()));
        return strings;
    }

    boolean isAnsweredBy(Candidate sentence) {
        boolean isGold =
                gold.isEmpty() || gold.contains(sentence.hit().article().id());
        return isExact(sentence.text()) || isGold && hasAccepted(sentence.text());
    }

    /** Also by chance, in another article. */
    boolean mayBeAnsweredBy(Candidate sentence) {
        return isExact(sentence.text()) || hasAccepted(sentence.text());
    }

    private boolean hasAccepted(String sentence) {
        String text = sentence.toLowerCase(Locale.ROOT);
        return accepted.stream()
                .anyMatch(group -> !group.isEmpty()
                        && group.stream().allMatch(one -> text.contains(one.toLowerCase(Locale.ROOT))));
    }

    private boolean isExact(String sentence) {
        String text = plain(sentence);
        return text.length() >= MIN_CHARS
                && exact.stream()
                        .map(AskedQuestion::plain)
                        .anyMatch(one -> one.contains(text) || one.length() >= MIN_CHARS && text.contains(one));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
