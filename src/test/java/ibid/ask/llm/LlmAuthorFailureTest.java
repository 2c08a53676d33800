package ibid.ask.llm;

import static ibid.ask.llm.DictatedLlm.TRUE;
import static ibid.ask.llm.DictatedLlm.cited;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.ask.AnswerSentence;
import ibid.ask.AnsweredQuestion;
import ibid.ask.UserQuestion;
import ibid.ask.WriterCredit;
import ibid.model.Completion.Failure;
import ibid.search.SearchFilters;
import ibid.search.rewrite.EarlierTurn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that fails in every way and at every stage: the reader still gets only supported sentences. */
class LlmAuthorFailureTest {

    @TempDir
    private Path folder;

    private DictatedLlm dictated;

    @BeforeEach
    void open() {
        dictated = new DictatedLlm(folder);
    }

    @AfterEach
    void close() {
        dictated.close();
    }

    @Test
    void whenNothingItWroteHoldsTheArticlesAreQuotedWithANote() {
        dictated.llm().to("answer", "Kylie Minogue sang at the auction. [S1]");
        AnsweredQuestion asked = dictated.asked();
        assertThat(cited(asked).text()).startsWith(TRUE);
        assertThat(asked.credit().model()).isEqualTo(WriterCredit.EXTRACTIVE);
        assertThat(asked.credit().note())
                .isEqualTo("What the language model wrote is not supported by the articles; these are the "
                        + "articles' own sentences.");
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whereTheModelFailsAtOnceTheArticlesAreQuoted(Failure failure) {
        dictated.llm().to("answer", "", failure);
        AnsweredQuestion asked = dictated.asked();
        assertThat(cited(asked).text()).startsWith(TRUE);
        assertThat(asked.credit().note())
                .startsWith("The language model ")
                .contains("these are the articles' own sentences");
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whereTheModelFailsInTheMiddleWhatWasCheckedStays(Failure failure) {
        dictated.llm().to("answer", TRUE + " [S1]\nIt cost nin", failure);
        AnsweredQuestion asked = dictated.asked();
        assertThat(cited(asked).sentences()).extracting(AnswerSentence::text).containsExactly(TRUE);
        assertThat(cited(asked).missing()).isEqualTo("The articles may say more: the answer was not finished.");
        assertThat(asked.credit().note()).contains("what it had written until then was checked and is shown");
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whereRepairFailsTheArticleIsQuoted(Failure failure) {
        dictated.llm()
                .to("answer", "The ferry Aurelia was sold to Bergen for nine million crowns. [S1]")
                .to("repair-sentence", "The", failure);
        assertThat(cited(dictated.asked()).text()).startsWith(TRUE);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void whereTheModelFailsAtRewritingTheBuiltInFormIsUsed(Failure failure) {
        dictated.llm().to("rewrite-question", "How", failure).to("answer", TRUE + " [S1]");
        AnsweredQuestion asked = dictated.asked(new UserQuestion(
                "How much was it sold for?",
                List.of(new EarlierTurn("What is the Aurelia?", "What is the Aurelia?", "")),
                SearchFilters.NONE));
        assertThat(asked.query()).isEqualTo("How much was the Aurelia sold for?");
        assertThat(cited(asked).text()).startsWith(TRUE);
    }

    @Test
    void anEndlessRepetitionIsStopped() {
        dictated.llm().to("answer", (TRUE + " [S1]\n").repeat(500));
        assertThat(cited(dictated.asked()).sentences()).hasSize(1);
    }
}
