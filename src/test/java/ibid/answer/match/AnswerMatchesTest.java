package ibid.answer.match;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.question.AnswerMatch;
import ibid.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a sentence answers a question, and what of it is shown, by a table of questions and sentences. */
class AnswerMatchesTest {

    static Stream<List<String>> rows() {
        return WordList.lines(AnswerMatchesTest.class, "matches.txt").stream().map(AnswerMatchesTest::cells);
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theTableHolds(List<String> row) {
        String question = row.get(0);
        List<AnswerMatch> matches = AnswerMatcher.of(question).findIn(row.get(1), row.get(4), Set::of).stream()
                .filter(match ->
                        !question.toLowerCase(Locale.ROOT).contains(match.text().toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(fit(matches)).as("%s %s", row, matches).isEqualTo(row.get(2));
        if (!matches.isEmpty()) {
            boolean isExact = row.get(2).equals("exact");
            assertThat(extents(matches, match -> match.isExact() == isExact))
                    .as("%s", row)
                    .isEqualTo(row.get(3));
        }
    }

    private static String fit(List<AnswerMatch> matches) {
        if (matches.stream().anyMatch(AnswerMatch::isExact)) {
            return "exact";
        }
        return matches.isEmpty() ? "none" : "possible";
    }

    private static String extents(List<AnswerMatch> matches, Predicate<AnswerMatch> isMeant) {
        return matches.stream()
                .filter(isMeant)
                .map(match -> match.extent().text())
                .distinct()
                .collect(Collectors.joining(" / "));
    }
}
