package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceRole;
import ibid.answer.rank.SentenceRanker;
import ibid.index.Collection;
import ibid.language.WordList;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions in eight languages over small articles in them, with a real index and an embedder that knows no meaning.
 * Weights and word lists were tried on "questions.tsv"; those of "questions-blind.tsv" were written before any run.
 */
class ForeignQuestionsTest {

    private static final List<String> ARTICLES = List.of(
            "de", "de2", "de3", "fr", "fr2", "fr3", "es", "es2", "es3", "tr", "tr2", "tr3", "ru", "ru2", "ru3", "zh",
            "zh2", "zh3", "it1", "pt1");
    private static final double MIN_RIGHT = 0.85;
    private static final double MIN_REFUSED = 0.85;

    @TempDir
    private static Path folder;

    private static Collection collection;

    /** A question with what its first sentence must hold; "-" if no article answers it. */
    private record Case(String language, String expected, String question) {

        boolean isAnswerable() {
            return !expected.equals("-");
        }
    }

    @BeforeAll
    static void index() {
        collection = new Collection(folder);
        ARTICLES.forEach(name -> collection.with(name + ".md", read(name + ".md")));
        collection.update();
    }

    @AfterAll
    static void close() {
        collection.close();
    }

    private static String read(String file) {
        try (InputStream article = ForeignQuestionsTest.class.getResourceAsStream("/ibid/answer/foreign/" + file)) {
            return new String(article.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Case> cases(String file) {
        List<Case> cases = new ArrayList<>();
        for (String line : WordList.lines(ForeignQuestionsTest.class, "/ibid/answer/foreign/" + file)) {
            String[] row = line.split("\t");
            cases.add(new Case(row[0], row[1], row[2]));
        }
        return cases;
    }

    private static Draft.Extracted draft(String question) {
        ExtractiveWriter writer = new ExtractiveWriter(SentenceRanker.withoutReader(), Caution.USUAL);
        HybridRetriever retriever = new HybridRetriever(collection.index(), collection.embedder());
        return writer.draft(retriever.retrieve(new Query(question), AnswerShape.PROSE.depth()));
    }

    private static String firstSentence(Draft.Extracted draft) {
        return switch (draft) {
            case Draft.Written written ->
                written.sentences().stream()
                        .filter(sentence -> sentence.details().role() == SentenceRole.ANSWER)
                        .findFirst()
                        .map(DraftSentence::text)
                        .orElse("");
            case Draft.Nothing nothing -> "";
        };
    }

    /** Share of the cases that are right; the wrong ones are printed in the failure. */
    private static void assertRight(String file, boolean isAnswerable, double min) {
        List<String> wrong = new ArrayList<>();
        Map<String, int[]> byLanguage = new TreeMap<>();
        for (Case one : cases(file)) {
            if (one.isAnswerable() == isAnswerable) {
                String first = firstSentence(draft(one.question()));
                boolean isRight = isAnswerable ? first.contains(one.expected()) : first.isEmpty();
                int[] count = byLanguage.computeIfAbsent(one.language(), language -> new int[2]);
                count[0] += isRight ? 1 : 0;
                count[1]++;
                if (!isRight) {
                    wrong.add(one + " -> " + first);
                }
            }
        }
        int right = byLanguage.values().stream().mapToInt(count -> count[0]).sum();
        int all = byLanguage.values().stream().mapToInt(count -> count[1]).sum();
        if (Boolean.getBoolean("foreign.print")) {
            byLanguage.forEach((language, count) ->
                    System.out.println(file + " " + isAnswerable + " " + language + " " + count[0] + "/" + count[1]));
            wrong.forEach(System.out::println);
        }
        assertThat((double) right / all).as("%s", wrong).isGreaterThanOrEqualTo(min);
    }

    @Test
    void theFirstSentenceAnswers() {
        assertRight("questions.tsv", true, MIN_RIGHT);
        assertRight("questions-blind.tsv", true, MIN_RIGHT);
    }

    @Test
    void whatNoArticleAnswersIsRefused() {
        assertRight("questions.tsv", false, MIN_REFUSED);
        assertRight("questions-blind.tsv", false, MIN_REFUSED);
    }

    @Test
    void anAnswerIsInTheLanguageOfTheQuestion() {
        String first = firstSentence(draft("Combien a coûté la bibliothèque ?"));
        assertThat(first).contains("12,8 millions d'euros");
    }

    @Test
    void anUnknownChineseNameIsRefusedByName() {
        assertThat(draft("上海有多少人口？"))
                .isInstanceOfSatisfying(
                        Draft.Nothing.class,
                        nothing -> assertThat(nothing.missing()).contains("上海"));
    }

    @Test
    void theShortAnswerIsTheTypedValue() {
        assertThat(shortOf("Wie lang ist die neue Brücke?")).isEqualTo("212 Meter");
        assertThat(shortOf("青河大桥全长多少米？")).isEqualTo("3600米");
        assertThat(shortOf("¿Quién diseñó el museo?")).isEqualTo("Lucía Ferrán");
        assertThat(shortOf("Когда ледокол вышел в море?")).startsWith("12 июля 2024");
    }

    private static String shortOf(String question) {
        return draft(question) instanceof Draft.Written written
                        && written.shortAnswer().isPresent()
                ? written.shortAnswer().get().text()
                : "";
    }
}
