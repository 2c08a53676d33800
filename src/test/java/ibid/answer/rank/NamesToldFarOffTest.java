package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesToldFarOffTest {

    private static final String FILLER = " The harbour was full of people who waved from the quay all afternoon. Many "
            + "had come with their children, and the cafés along the water stayed open until late at night.";

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection
                .with(
                        "frigate",
                        "Harbour Gazette",
                        "2031-03-03",
                        "The frigate HMS Tarnwick came to Oslo, Anna Berg said. Oslo had not seen the Tarnwick before, "
                                + "and Bergen never will." + FILLER.repeat(8)
                                + " The British warship left on 4 May and sailed north with 240 sailors.")
                .with(
                        "radar",
                        "Harbour Gazette",
                        "2031-04-04",
                        "Denmark joined the Baltic Radar Watch Scheme in April, a television channel said.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private List<String> texts(String question) {
        return SentenceFeatures.measure(
                        question,
                        new HybridRetriever(collection.index(), collection.embedder())
                                .retrieve(new Query(question), 12))
                .stream()
                .filter(Candidate::hasEveryName)
                .map(Candidate::text)
                .toList();
    }

    @Test
    void aNameToldTwiceInTheArticleCountsNotOneInPassing() {
        assertThat(texts("When did HMS Tarnwick leave Oslo?")).anyMatch(text -> text.contains("left on 4 May"));
        assertThat(texts("When did HMS Tarnwick leave Bergen?")).noneMatch(text -> text.contains("left on 4 May"));
        assertThat(texts("When did HMS Quorn leave Oslo?")).isEmpty();
    }

    @Test
    void whoSaysSomethingOfAThingIsToldWithIt() {
        assertThat(texts("What did Anna Berg say about the British?"))
                .noneMatch(text -> text.contains("left on 4 May"));
        assertThat(texts("What did the British say about Oslo's people?"))
                .anyMatch(text -> text.contains("left on 4 May"));
    }

    @Test
    void whatTellsWhoAPersonIsNeedNotBeTold() {
        assertThat(texts("What did Malta lawmaker Anna Berg say about Oslo?"))
                .anyMatch(text -> text.startsWith("The frigate"));
        assertThat(texts("What did Malta and Anna Lund say about Oslo?")).isEmpty();
    }

    @Test
    void aFamilyNameThatComesFirstIsThePerson() {
        collection.with(
                "mayor",
                "Harbour Gazette",
                "2031-05-05",
                "The council of Tarn elected Vo Thi Mai on 2 May 2031. Critics said Vo was too young."
                        + FILLER.repeat(8)
                        + " On 9 June the court removed Vo from office. Anna Berg of Tarn became mayor on 10 June.");
        collection.update();
        assertThat(texts("When was Vo Thi Mai removed?")).anyMatch(text -> text.startsWith("On 9 June"));
        assertThat(texts("When was Anna Thi Mai removed?")).noneMatch(text -> text.startsWith("On 9 June"));
    }

    @Test
    void ofNamesThatAreJoinedOneIsEnough() {
        assertThat(texts("What did Denmark and Portugal join?")).anyMatch(text -> text.startsWith("Denmark"));
        assertThat(texts("What is the treaty between Denmark and Portugal called?"))
                .isEmpty();
    }

    @Test
    void anAcronymThatNoArticleDefinesIsFoundByItsInitials() {
        assertThat(texts("Who joined the BRWS in April?")).anyMatch(text -> text.startsWith("Denmark"));
        assertThat(texts("Who joined the BRWX in April?")).isEmpty();
    }

    @Test
    void aShortFormOfACommonNounIsNoName() {
        assertThat(texts("Which Baltic TV channel said that Denmark joined?")).isNotEmpty();
    }
}
