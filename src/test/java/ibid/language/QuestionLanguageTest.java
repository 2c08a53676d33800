package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionLanguageTest {

    @Test
    void aShortQuestionHasTheLanguageOfItsAskingWords() {
        assertThat(QuestionLanguage.of("Wann wurde die Brücke eröffnet?")).isEqualTo("de");
        assertThat(QuestionLanguage.of("Was kostet die Karte?")).isEqualTo("de");
        assertThat(QuestionLanguage.of("Qui doit recevoir les grévistes ?")).isEqualTo("fr");
        assertThat(QuestionLanguage.of("¿Cuánto costó?")).isEqualTo("es");
        assertThat(QuestionLanguage.of("Quanto è costato il restauro?")).isEqualTo("it");
        assertThat(QuestionLanguage.of("Quem é a diretora do hospital?")).isEqualTo("pt");
        assertThat(QuestionLanguage.of("Hat kaç kilometre?")).isEqualTo("tr");
        assertThat(QuestionLanguage.of("İstanbul valisi kim?")).isEqualTo("tr");
        assertThat(QuestionLanguage.of("Кто капитан?")).isEqualTo("ru");
        assertThat(QuestionLanguage.of("大桥什么时候通车？")).isEqualTo("zh");
    }

    @Test
    void anEnglishQuestionStaysEnglishWithForeignNamesInIt() {
        assertThat(QuestionLanguage.of("Who leads Die Linke?")).isEqualTo("en");
        assertThat(QuestionLanguage.of("Did Kim Jong Un comment on the test?")).isEqualTo("en");
        assertThat(QuestionLanguage.of("Kim Jong Un visit")).isEqualTo("en");
        assertThat(QuestionLanguage.of("What did El País say about São Paulo?")).isEqualTo("en");
        assertThat(QuestionLanguage.of("le pen comment")).isEqualTo("en");
        assertThat(QuestionLanguage.of("Was the dove released?")).isEqualTo("en");
        assertThat(QuestionLanguage.of("hungary nato")).isEqualTo("en");
        assertThat(QuestionLanguage.of("Erdoğan Sweden accession")).isEqualTo("en");
    }
}
