package ibid.answer.stance;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Imprint;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Figures over the sentences and questions of the resource files. */
class StanceSentencesTest {

    private static final List<String> LINES = WordList.lines(StanceSentencesTest.class, "sentences.txt");
    private static final int HELD_OUT = LINES.indexOf("HELD-OUT");

    private record Figures(double sides, double holders, List<String> mistakes) {

        static Figures of(List<String> lines) {
            double sides = 0;
            double holders = 0;
            List<String> mistakes = new ArrayList<>();
            for (String line : lines) {
                String[] parts = line.split(" \\| ");
                SentenceStance stance = SentenceStance.of(parts[4], imprint(parts[2], parts[3]));
                boolean isSide = stance.side() == side(parts[0]);
                boolean isHolder = isHolder(stance.holder(), parts[1]);
                sides += isSide ? 1 : 0;
                holders += isHolder ? 1 : 0;
                if (!isSide || !isHolder) {
                    mistakes.add(stance + " of " + line);
                }
            }
            return new Figures(sides / lines.size(), holders / lines.size(), mistakes);
        }

        private static Imprint imprint(String title, String publisher) {
            return new Imprint(title, "", publisher, "2025-01-01", Imprint.DateBasis.STATED, "", "en", List.of());
        }

        private static boolean isHolder(String found, String wanted) {
            String bare = wanted.equals("-") ? "" : wanted.replace("the ", "").toLowerCase(Locale.ROOT);
            String name = found.toLowerCase(Locale.ROOT);
            return bare.isEmpty() ? name.isEmpty() : name.endsWith(bare);
        }
    }

    private static Stance side(String word) {
        return word.equals("-") ? Stance.NONE : Stance.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Test
    void sideAndHolderOfSentencesItWasDevelopedOn() {
        Figures figures = Figures.of(LINES.subList(0, HELD_OUT));
        assertThat(figures.sides()).as("%s", figures).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.holders()).as("%s", figures).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void sideAndHolderOfSentencesItHasNotSeen() {
        Figures figures = Figures.of(LINES.subList(HELD_OUT + 1, LINES.size()));
        assertThat(figures.sides()).as("%s", figures).isGreaterThanOrEqualTo(0.85);
        assertThat(figures.holders()).as("%s", figures).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void aQuestionAsksForASideOrForNone() {
        List<String> mistakes = new ArrayList<>();
        for (String line : WordList.lines(StanceSentencesTest.class, "asked-sides.txt")) {
            String[] parts = line.split(" \\| ");
            Stance found = StanceQuestion.of(parts[1]).map(StanceQuestion::side).orElse(Stance.NONE);
            if (found != side(parts[0])) {
                mistakes.add(found + " of " + line);
            }
        }
        assertThat(mistakes).isEmpty();
    }
}
