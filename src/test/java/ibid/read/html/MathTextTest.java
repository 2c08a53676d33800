package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.read.TestArticles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas, exponents and indices keep their value. */
class MathTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10<sup>−3</sup> | 10⁻³",
                "4 × 10<sup>5</sup> m<sup>3</sup> | 4 × 10⁵ m³",
                "CO<sub>2</sub> | CO₂",
                "2<sup>n−1</sup> | 2^(n−1)",
                "the 1<sup>st</sup> day | the 1st day",
                "2<sup>1</sup>⁄<sub>2</sub> miles | 2¹⁄₂ miles",
                "<math><msub><mi>h</mi><mn>0</mn></msub><mo>+</mo><mi>a</mi><annotation>h_0</annotation></math> | h₀+a",
                "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math> | (a+1)/2",
                "<span style='display:none'><math><msup><mi>c</mi><mn>2</mn></msup></math></span><img alt='{c}'> | c²",
                "<mjx-container><mjx-math></mjx-math><mjx-assistive-mml><math><mi>a</mi><mo>≠</mo><mn>0</mn></math>"
                        + "</mjx-assistive-mml></mjx-container> | a≠0",
                "<math><msqrt><mn>2</mn></msqrt></math> | √2"
            })
    void aFormulaKeepsItsValue(String written, String text) {
        String page = "<html><body><article><p>The mill grinds by the rule of its first owner, which is " + written
                + " for every wheel that turns.</p></article></body></html>";
        assertThat(TestArticles.read("a.html", page).text().value()).contains("which is " + text + " for every");
    }
}
