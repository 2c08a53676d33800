package ibid.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

class TermAnalyzerTest {

    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TermAnalyzer analyzer = new TermAnalyzer();
                TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return terms;
    }

    @Test
    void oneCountryIsOneTermHoweverItIsWritten() {
        assertThat(terms("the United States' aid"))
                .isEqualTo(terms("U.S. aid"))
                .isEqualTo(terms("American aid"))
                .isEqualTo(List.of("us", "aid"));
        assertThat(terms("South Korean troops"))
                .isEqualTo(terms("South Korea's troops"))
                .isEqualTo(List.of("southkorea", "troops"));
        assertThat(terms("Korean troops")).isEqualTo(List.of("korea", "troops"));
    }

    @Test
    void aPlaceIsOneTermWithItsPeopleAndAnOrdinalWithItsFigure() {
        assertThat(terms("Alaskan senators")).isEqualTo(terms("Alaska's senators"));
        assertThat(terms("two New Yorkers")).isEqualTo(terms("two of New York"));
        assertThat(terms("the Seventh Fleet")).isEqualTo(terms("7th Fleet"));
    }

    @Test
    void spellingOfBothSidesOfTheOceanIsOne() {
        assertThat(terms("defense programs")).isEqualTo(terms("defence programmes"));
    }

    @Test
    void accentsPossessivesAndStopWordsGo() {
        assertThat(terms("Türkiye’s fleet in the Café")).containsExactly("turkey", "fleet", "cafe");
    }

    @Test
    void smallFiguresBelongToAFormulaAndNotToTheNumberTheyStandOver() {
        assertThat(terms("CO₂ fell by 1950⁵ units")).isEqualTo(terms("CO2 fell by 1950 units"));
    }

    @Test
    void formsOfAWordMeet() {
        assertThat(terms("submarines deployed")).isEqualTo(terms("submarine deploys"));
    }
}
