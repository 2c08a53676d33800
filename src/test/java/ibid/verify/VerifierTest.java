package ibid.verify;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import ibid.language.Span;
import ibid.language.Text;
import ibid.model.EntailmentModel;
import ibid.search.Hit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    private static final String SENTENCE =
            "NATO said on 10 July 2024 that 700 people in Wiesbaden would not serve in Ukraine.";

    @TempDir
    private Path folder;

    private Collection collection;
    private Hit hit;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection.with("command", "Europe Desk", "2024-12-20", SENTENCE + " The rest is detail.");
        collection.update();
        hit = Rankings.of(collection, "Wiesbaden").hits().getFirst();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Verdict check(String claim) {
        return new Verifier()
                .check(new DraftSentence(claim, List.of(new Citation(hit, new Span(0, SENTENCE.length())))))
                .getFirst();
    }

    @Test
    void wordsOfTheArticleAreFullySupported() {
        assertThat(check(SENTENCE))
                .isEqualTo(new Verdict(
                        Support.FULL,
                        false,
                        1,
                        new ExactChecks(true, true, true, true, true),
                        List.of(),
                        "these are the article's own words"));
    }

    @Test
    void theSpeakerInFrontAndTheNameInBracketsDoNotCount() {
        assertThat(check("Europe Desk, 20 December 2024: “" + SENTENCE + "”").support())
                .isEqualTo(Support.FULL);
        assertThat(check(SENTENCE.replace("NATO said", "NATO [Wiesbaden] said")).support())
                .isEqualTo(Support.FULL);
    }

    private static List<String> unsupported(String sentence, Verdict verdict) {
        Text text = new Text(sentence);
        return verdict.unsupported().stream().map(text::slice).toList();
    }

    @Test
    void aWrongNumberAloneIsMarkedInTheSentence() {
        String claim = "\uD83D\uDE00 " + SENTENCE.replace("700", "7,000");
        assertThat(unsupported(claim, check(claim))).containsExactly("7,000");
    }

    @Test
    void aNameInBracketsThatTheArticleDoesNotHaveIsMarked() {
        String claim = SENTENCE.replace("NATO said", "NATO [Zanzibar] said");
        assertThat(unsupported(claim, check(claim))).containsExactly("Zanzibar");
    }

    @Test
    void wordsThatTheEvidenceDoesNotHaveAreMarked() {
        String claim = "The harbour was closed because dockers had refused overtime.";
        Verdict verdict = new Verifier().check(claim, List.of("The harbour was closed on Monday."));
        assertThat(unsupported(claim, verdict)).containsExactly("because dockers had refused overtime");
    }

    @Test
    void allOfASentenceIsMarkedWhereNothingOfItIsSupportedAndNoWordTellsWhy() {
        String claim = "The mayor thanked the council.";
        Verdict verdict = new Verifier((text, words) -> new EntailmentModel.Probabilities(0.01, 0.01, 0.01, 0.97))
                .check(
                        claim,
                        List.of("The council thanked the mayor. It was late, and nobody else had come to speak."));
        assertThat(verdict.support()).isNotEqualTo(Support.FULL);
        assertThat(unsupported(claim, verdict)).isNotEmpty();
    }

    @Test
    void aClaimThatIsNotEnglishIsComparedByWordsAloneAndTheVerdictSaysSo() {
        Verifier verifier = new Verifier((text, words) -> {
            throw new AssertionError("the model does not read German");
        });
        Verdict verdict = verifier.check(
                "Die Fähre wurde im März von der Stadt an eine Reederei in Bergen verkauft.",
                List.of("Im März hat die Stadt die Fähre an eine Reederei in Bergen verkauft. Sie ist fort."));
        assertThat(verdict.reason()).endsWith("(not English: words, numbers, names and dates alone were compared)");
    }

    @Test
    void nothingIsMarkedInASentenceWithFullSupport() {
        assertThat(check(SENTENCE).unsupported()).isEmpty();
    }

    @Test
    void anotherNumberIsSeen() {
        Verdict verdict = check(SENTENCE.replace("700", "7,000"));
        assertThat(verdict.checks().numbers()).isFalse();
        assertThat(verdict.support()).isEqualTo(Support.NONE);
        assertThat(verdict.contradicted()).isTrue();
        assertThat(verdict.reason()).isEqualTo("the article says 700, not 7,000");
    }

    @Test
    void anotherNameIsSeenAlsoInBrackets() {
        assertThat(check(SENTENCE.replace("Wiesbaden", "Ramstein")).checks().names())
                .isFalse();
        assertThat(check(SENTENCE.replace("NATO said", "NATO [Rutte] said"))
                        .checks()
                        .names())
                .isFalse();
    }

    @Test
    void anotherDateIsSeen() {
        assertThat(check(SENTENCE.replace("10 July", "11 July")).checks().dates())
                .isFalse();
    }

    @Test
    void aDroppedNegationIsSeen() {
        assertThat(check(SENTENCE.replace("would not serve", "would serve"))
                        .checks()
                        .negation())
                .isFalse();
    }

    @Test
    void otherWordsAreNotSupported() {
        assertThat(check("The ferry Aurelia was sold to Bergen for two million crowns.")
                        .support())
                .isEqualTo(Support.NONE);
    }

    @Test
    void aQuoteBeyondTheArticleIsRejected() {
        Verdict verdict = new Verifier()
                .check(new DraftSentence(SENTENCE, List.of(new Citation(hit, new Span(0, 100_000)))))
                .getFirst();
        assertThat(verdict.checks().quote()).isFalse();
        assertThat(verdict.support()).isEqualTo(Support.NONE);
    }
}
