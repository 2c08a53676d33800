package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignNamesTest {

    private static List<String> names(String language, String text) {
        return ForeignNames.in(text, language).stream().map(Names.Name::text).toList();
    }

    private static List<String> people(String language, String text) {
        return ForeignNames.people(text, language).stream()
                .map(Names.Name::text)
                .toList();
    }

    @Test
    void aWordThatAsksIsNoName() {
        assertThat(names("es", "¿Cuándo abrirá el museo de Sevilla?")).containsExactly("Sevilla");
        assertThat(names("fr", "Pourquoi le port de Marseille est-il fermé ?")).containsExactly("Marseille");
        assertThat(names("ru", "Кто президент Франции?")).containsExactly("Франции");
    }

    @Test
    void aGermanNounIsANameOnlyWhereNoArticleIsMissing() {
        assertThat(names("de", "Wie hoch ist der Turm in Dresden?")).containsExactly("Dresden");
        assertThat(names("de", "Wie viele Besucher hatte der Park?")).isEmpty();
        assertThat(names("de", "Warum verlässt Angela Merkel die Partei?")).containsExactly("Angela Merkel");
    }

    @Test
    void aKnownPlaceThatOpensTheQuestionIsAName() {
        assertThat(names("tr", "İstanbul metrosu ne zaman açıldı?")).containsExactly("İstanbul");
        assertThat(names("tr", "Hızlı tren hattı ne zaman açıldı?")).isEmpty();
    }

    @Test
    void chineseNamesAreKnownByTheirKindOrAsPlaces() {
        assertThat(names("zh", "上海有多少人口？")).containsExactly("上海");
        assertThat(names("zh", "黄河大桥什么时候通车？")).containsExactly("黄河");
        assertThat(names("zh", "有多少家企业参加茶叶节？")).isEmpty();
        assertThat(people("zh", "市长李文涛在通车仪式上表示，大桥将通车。")).containsExactly("李文涛");
        assertThat(people("zh", "馆长赵敏表示，市民可以免费借书。")).containsExactly("赵敏");
    }

    @Test
    void aPersonHasTwoWordsAndIsNoPlace() {
        assertThat(people("de", "Die Stadt Neuenfeld lud Bürgermeisterin Anke Thorwald ein."))
                .containsExactly("Bürgermeisterin Anke Thorwald");
        assertThat(people("pt", "A diretora Teresa Valadão abriu o hospital de Vila Serena."))
                .contains("Teresa Valadão");
    }
}
