package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.SentenceRole;
import ibid.api.Turn;
import ibid.ask.Answer;
import ibid.ask.AnswerSentence;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Footnote;
import ibid.ask.UserQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions on corrected facts over the starter articles and ten more: the questions, what is right and what was
 * withdrawn are in {@code corrected-questions.tsv}.
 */
class CorrectedFactsTest {

    private static final Path RESOURCES = Path.of("src/test/resources/ibid/cli");
    private static final int QUESTIONS = 40;
    private static final int MIN_RIGHT = 28; // 31 on 2026-11-29

    @TempDir
    private Path folder;

    private int right;
    private final List<String> shownAsTrue = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * @param expected  words of a right answer, any of them
     * @param withdrawn words that may not be given as true
     * @param instead   what is right instead
     */
    private record Asked(
            String articles, String question, List<String> expected, List<String> withdrawn, String instead) {

        static Asked of(String line) {
            String[] fields = line.split("\t");
            List<String> withdrawn = fields[3].equals("-") ? List.of() : List.of(fields[3].split("/"));
            return new Asked(fields[0], fields[1], List.of(fields[2].split("/")), withdrawn, fields[4]);
        }

        boolean isRight(String words) {
            return expected.stream().anyMatch(words::contains);
        }

        boolean isWithdrawn(String words) {
            String bare = words.replaceAll("[^\\p{L}\\p{N},. ]", " ") + " ";
            return withdrawn.stream().anyMatch(value -> bare.matches("(?s).*(^|\\W)" + value + "(?!,?\\d)\\b.*"));
        }
    }

    private static List<Asked> questions(String articles) {
        try (Stream<String> lines = Files.lines(RESOURCES.resolve("corrected-questions.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(Asked::of)
                    .filter(asked -> asked.articles().equals(articles))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void noWithdrawnValueIsGivenAsTrue() {
        ask(Path.of("corpus"), questions("corpus"));
        ask(RESOURCES.resolve("corrected"), questions("corrected"));
        System.out.println(String.join("\n", lines));
        System.out.printf(
                "corrected facts: %d of %d right, %d withdrawn values given as true%n",
                right, lines.size(), shownAsTrue.size());
        assertThat(lines).hasSize(QUESTIONS);
        assertThat(shownAsTrue).isEmpty();
        assertThat(breaches).isEmpty();
        assertThat(right).isGreaterThanOrEqualTo(MIN_RIGHT);
    }

    private void ask(Path articles, List<Asked> questions) {
        try (Starter starter = new Starter(articles, folder.resolve(articles.getFileName()))) {
            for (Asked question : questions) {
                AnsweredQuestion asked = starter.ask().answer(new UserQuestion(question.question()), event -> {});
                breaches.addAll(starter.breaches(new Turn("id", "c", Instant.EPOCH, question.question(), asked, 1)));
                check(question, asked.answer());
            }
        }
    }

    private void check(Asked question, Answer answer) {
        boolean isRight = answer instanceof Answer.Cited cited && isRight(question, cited);
        right += isRight ? 1 : 0;
        lines.add((isRight ? "right  " : "       ") + question.question());
        if (answer instanceof Answer.Cited cited) {
            cited.shortAnswer()
                    .filter(shortAnswer -> question.isWithdrawn(shortAnswer.text()))
                    .ifPresent(shortAnswer -> shownAsTrue.add(question.question() + " -> " + shortAnswer.text()));
            cited.sentences().stream()
                    .filter(sentence -> isGivenAsTrue(question, sentence, cited))
                    .forEach(sentence -> shownAsTrue.add(question.question() + " -> " + sentence.text()));
        }
    }

    private static boolean isRight(Asked question, Answer.Cited answer) {
        String shortAnswer = answer.shortAnswer().map(Answer.ShortAnswer::text).orElse("");
        List<String> answering = answer.sentences().stream()
                .filter(sentence -> sentence.details().role() != SentenceRole.CONTEXT)
                .map(AnswerSentence::text)
                .toList();
        return question.isRight(shortAnswer)
                || question.isRight(answering.getFirst())
                || question.withdrawn().stream().anyMatch(question.question()::contains)
                        && answering.stream().anyMatch(question::isRight);
    }

    /** Whether nothing says that it was withdrawn: neither the words quoted nor a mark of the footnote. */
    private static boolean isGivenAsTrue(Asked question, AnswerSentence sentence, Answer.Cited answer) {
        if (!question.isWithdrawn(sentence.text()) || sentence.text().contains(question.instead())) {
            return false;
        }
        return answer.footnotes().stream()
                .filter(footnote -> sentence.footnotes().contains(footnote.number()))
                .anyMatch(footnote -> !isMarked(question, footnote));
    }

    private static boolean isMarked(Asked question, Footnote footnote) {
        return footnote.superseded().isPresent() || footnote.quote().exact().contains(question.instead());
    }
}
