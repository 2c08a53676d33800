package ibid.read.entries;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.article.Block;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedFormatTest {

    private static final String FULL = "<![CDATA[<p>The ferry Aurelia was sold on Monday for 3.4 million crowns.</p>"
            + "<p>Its buyer is the town of Orve, the mayor said &amp; signed.</p>]]>";

    private static String rss(String items) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- made by hand > today -->
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>Orve Courier</title><link>https://courier.example/</link>
                <language>en</language><lastBuildDate>%s</lastBuildDate>
                """.formatted("Mon, 09 Sep 2024 10:00:00 +0000") + items + "</channel></rss>";
    }

    private static String item(String slug, String inner) {
        return "<item><title>Ferry sold</title><link>https://courier.example/2024/" + slug + "</link>"
                + "<guid isPermaLink=\"false\">courier-" + slug + "</guid>"
                + "<pubDate>Tue, 03 Sep 2024 23:30:00 -0400</pubDate><dc:creator>Ida Berg</dc:creator>"
                + "<category>Harbour</category>" + inner + "</item>";
    }

    @Test
    void anEntryIsAnArticleWithWhatTheFeedStates() {
        Article article = ReadEntries.of(
                        "a.rss", rss(item("ferry-sold", "<content:encoded>" + FULL + "</content:encoded>")))
                .only();
        assertThat(article.text().value())
                .isEqualTo("The ferry Aurelia was sold on Monday for 3.4 million crowns.\n\n"
                        + "Its buyer is the town of Orve, the mayor said & signed.");
        assertThat(article.imprint().title()).isEqualTo("Ferry sold");
        assertThat(article.imprint().author()).isEqualTo("Ida Berg");
        assertThat(article.imprint().publisher()).isEqualTo("Orve Courier");
        assertThat(article.imprint().published()).isEqualTo("2024-09-03");
        assertThat(article.imprint().url()).isEqualTo("https://courier.example/2024/ferry-sold");
        assertThat(article.imprint().topics()).containsExactly("Harbour");
        assertThat(article.blocks()).extracting(Block::place).containsExactly("paragraph 1", "paragraph 2");
        assertThat(article.id().value()).startsWith("a-rss-ferry-sold-");
    }

    @Test
    void whatIsOnlyASummaryIsReadAndSaysSo() {
        Article article = ReadEntries.of(
                        "a.xml",
                        rss(item("b", "<description>The town of Orve bought the ferry. [&#8230;]</description>")))
                .only();
        assertThat(article.text().value()).isEqualTo("The town of Orve bought the ferry.");
        assertThat(article.blocks()).extracting(Block::place).containsExactly("summary");
    }

    @Test
    void whatABlogAddsToEachEntryIsLeftOut() {
        String credit =
                "<p>The post <a href=\"x\">Ferry sold</a> appeared first on <a href=\"y\">Orve Courier</a>.</p>";
        Article article = ReadEntries.of(
                        "a.rss",
                        rss(item(
                                "c",
                                "<content:encoded><![CDATA[<p>The post office of Orve was sold.</p>" + credit
                                        + "]]></content:encoded>")))
                .only();
        assertThat(article.text().value()).isEqualTo("The post office of Orve was sold.");
        assertThat(article.removed()).anyMatch(line -> line.contains("appeared first on"));
    }

    @Test
    void anEntryThatIsBrokenOrBreaksOffLeavesTheOthers() {
        String good = item("d", "<description>The ferry was sold on Monday.</description>");
        String bare = "<item><title>Only a headline</title><link>https://courier.example/e</link></item>";
        String open = "<item><title>Without an end</title>";
        ReadEntries read = ReadEntries.of("a.rss", rss(open + good + bare) + "<item><title>Half");
        assertThat(read.titles()).containsExactly("Ferry sold");
        assertThat(read.problems()).hasSize(3);
        assertThat(read.problems()).anyMatch(problem -> problem.contains("title only"));
        assertThat(read.problems())
                .contains("entry 1: it does not end before the next one", "entry 4: the file ends within it");
    }

    @Test
    void entitiesAndNestingWithoutEndAreHarmless() {
        String bomb =
                "<!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        String feed = rss(item("o", "<description>The ferry was sold &b; &c;.</description>")
                + item("p", "<description>" + "<b>".repeat(50_000) + "The gate was shut.</description>"));
        ReadEntries read = ReadEntries.of("a.rss", feed.replace("<rss", bomb + "<rss"));
        assertThat(read.articles().getFirst().text().value())
                .startsWith("The ferry was sold")
                .doesNotContain("lol", "root:");
        assertThat(read.problems()).noneMatch(problem -> problem.contains("java"));
    }

    @Test
    void atomAndRdfAreReadToo() {
        String atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Quay Log</title>"
                + "<author><name>Olaf Lind</name></author><entry><id>tag:quay.example,2024:1</id>"
                + "<title type=\"html\">Bread &amp;amp; fish</title>"
                + "<link rel=\"replies\" href=\"https://quay.example/1/replies\"/>"
                + "<link href=\"https://quay.example/1\"/><published>2024-05-02T08:00:00Z</published>"
                + "<updated>2024-05-03T08:00:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                + "<p>The quay was closed at 10<sup>5</sup> Pa.</p><p>It opened <b>again</b> on Friday.</p></div>"
                + "</content>"
                + "</entry></feed>";
        Article article = ReadEntries.of("log.atom", atom).only();
        assertThat(article.text().value()).isEqualTo("The quay was closed at 10⁵ Pa.\n\nIt opened again on Friday.");
        assertThat(article.imprint().title()).isEqualTo("Bread & fish");
        assertThat(article.imprint().author()).isEqualTo("Olaf Lind");
        assertThat(article.imprint().url()).isEqualTo("https://quay.example/1");
        assertThat(article.imprint().published()).isEqualTo("2024-05-02");
        String rdf = "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<channel><title>Old Gazette</title></channel><item rdf:about=\"https://old.example/7\">"
                + "<title>Gate shut</title><link>https://old.example/7</link><dc:date>2003-02-01</dc:date>"
                + "<description>The gate was shut on Sunday.</description></item></rdf:RDF>";
        assertThat(ReadEntries.of("old.rdf", rdf).only().imprint().published()).isEqualTo("2003-02-01");
    }

    @Test
    void theTextIsInTheEncodingThatTheFeedStates() {
        String feed = rss(item("f", "<description>Die Fähre wurde am Montag für 3 Millionen verkauft.</description>"))
                .replace("UTF-8", "windows-1252")
                .replace("Orve Courier", "Örve Kurier");
        Article article = ReadEntries.of("a.rss", feed.getBytes(Charset.forName("windows-1252")))
                .only();
        assertThat(article.text().value()).startsWith("Die Fähre wurde");
        assertThat(article.imprint().publisher()).isEqualTo("Örve Kurier");
    }

    @Test
    void anIdStaysWhenTheFeedIsMadeAgainWithAnotherEntryAndHeadline() {
        String one = item("g", "<description>The ferry was sold on Monday.</description>");
        String other = item("h", "<description>The gate was shut on Sunday.</description>");
        List<String> before = ReadEntries.of("a.rss", rss(one)).ids();
        String later =
                rss(other + one.replace("Ferry sold", "Ferry sold to Orve")).replace("09 Sep", "10 Sep");
        assertThat(ReadEntries.of("a.rss", later).ids()).hasSize(2).contains(before.getFirst());
    }

    @Test
    void theAddressIsThatOfThePage() {
        String link = "<link>https://courier.example/2024/l</link>";
        String text = "<description>The ferry was sold.</description>";
        String counted = item("l", text + "<feedburner:origLink>https://courier.example/l</feedburner:origLink>");
        String alert = item("m", text)
                .replace(
                        "https://courier.example/2024/m",
                        "https://www.google.com/url?rct=j&amp;url=https://quay.example/a%3Fb&amp;x=1");
        String relative = item("n", text).replace("https://courier.example/2024/n", "/2024/n");
        assertThat(counted).contains(link);
        assertThat(ReadEntries.of("a.rss", rss(counted + alert + relative)).articles())
                .extracting(article -> article.imprint().url())
                .containsExactly(
                        "https://courier.example/l", "https://quay.example/a?b", "https://courier.example/2024/n");
    }

    @Test
    void aBlogsExportGivesItsPublishedPosts() {
        String post = "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>";
        ReadEntries read = ReadEntries.of(
                "blog.xml",
                rss(item("i", "<content:encoded>" + FULL + "</content:encoded>" + post)
                        + item(
                                "j",
                                "<content:encoded>" + FULL + "</content:encoded>" + post.replace("publish", "draft"))
                        + item("k", post.replace(">post<", ">attachment<"))));
        assertThat(read.articles()).hasSize(1);
        assertThat(read.problems())
                .containsExactlyInAnyOrder(
                        "entry 2: of the kind “draft”, not a published article",
                        "entry 3: of the kind “attachment”, not a published article");
    }

    @Test
    void otherXmlIsNotReadAndSaysWhy() {
        assertThat(ReadEntries.of("map.xml", "<urlset><url><loc>https://a.example/</loc></url></urlset>")
                        .problems())
                .singleElement()
                .asString()
                .contains("list of addresses", "not fetched");
        assertThat(ReadEntries.of("b.xml", "<note>Buy bread.</note>").problems())
                .singleElement()
                .asString()
                .contains("only feeds are read");
    }
}
