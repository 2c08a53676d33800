package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.Article;
import ibid.read.TestArticles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The day on which a page's article came out, where the page shows it, and never the day of something else. */
class PageDatesTest {

    private static final String PROSE =
            "<p>The mill at Orve was sold to its workers for nine thousand crowns, the notary said on Monday.</p>"
                    + "<p>They will pay the sum over ten years, and nobody who has worked there will have to go.</p>";

    private static Article read(String language, String head, String body) {
        return TestArticles.read(
                "a.html",
                "<html lang='" + language + "'><head><title>Mill sold</title>" + head + "</head><body>" + body
                        + "</body></html>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | <div class='submitted'>Gespeichert von Bo am 3. Mai 2018 - 17:20</div> | 2018-05-03",
                "de | <span class='datum'>03.05.18</span> | 2018-05-03",
                "fr | <p class='meta'>le 3/5/2018</p> | 2018-05-03",
                "en-US | <p class='entry-date'>5/3/2018</p> | 2018-05-03",
                "de | <h2 class='kopf'><span>Donnerstag, 3. Mai 2018</span></h2> | 2018-05-03",
                "en | <abbr class='published' title='2018-05-03T09:00:00+0200'>yesterday</abbr> | 2018-05-03",
                "de | <div>Erstellt: 03.05.2018</div> | 2018-05-03",
                "nl | <small>Geplaatst op 3 mei 2018</small> | 2018-05-03",
                "en | <p>May 3, 2018, 9:00 AM UTC / Updated May 4, 2018, 8:00 AM UTC</p> | 2018-05-03",
                "en | <time class='timeago' title='2018-05-03'>a while ago</time> | 2018-05-03",
                "de | <abbr class='published' title='Tag 3, abends'>03.05.2018</abbr> | 2018-05-03",
                "ko | <p class='meta'>2018년 5월 3일</p> | 2018-05-03",
                "en | <span class='PublishDate_date'>3 May 2018</span> | 2018-05-03",
                "en | <ul class='post-meta'><li>3 May 2018</li><li>News</li></ul> | 2018-05-03",
                "de | <p>von <a href='/bo'>Bo Example</a>, 3.5.18 </p> | 2018-05-03",
                "en | <p>Orve Gazette<br>3 May 2018, 22:11 GMT+10</p> | 2018-05-03",
                "en | <span style='color: red'>03.05.18</span> | 2018-05-03",
                "de | <p>(03.05.2018) Die Mühle in Orve, sagte der Notar am Montag, wurde verkauft, und zwar an ihre "
                        + "Leute.</p> | 2018-05-03",
                "de | <p>Orve, 3. Mai 2018 – Die Mühle, sagte der Notar am Montag, wurde verkauft, und zwar an ihre "
                        + "Leute.</p> | 2018-05-03",
                "ro | <div class='story-info'>Orve.md, 3 septembrie 2018 16:20</div> | 2018-09-03",
                "cs | <p class='meta'>3. května 2018</p> | 2018-05-03",
                "ar | <p class='meta'>الأربعاء، 07 أكتوبر 2020</p> | 2020-10-07",
                "ko | <p class='meta'>2018.05.03 10:22</p> | 2018-05-03",
                "fr | <p>Mis à jour le 04/06/2019 - Publié le 03/05/2018 à 10:00</p> | 2018-05-03",
                "de | <p>Zuletzt aktualisiert am 4. Juni 2019, erstmals veröffentlicht am 3. Mai 2018</p> | 2018-05-03",
                "hu | <p class='meta'>Megjelent: 2018. május 3., csütörtök</p> | 2018-05-03",
                "hu | <p class='meta'>Közzétéve: 2018. 05. 03. 14:30</p> | 2018-05-03",
                "bg | <p class='meta'>Публикувано на 3 май 2018 г.</p> | 2018-05-03",
                "en | <p>Last updated 9 May 2018. First posted 3 May 2018</p> | 2018-05-03",
                "en | <p>By Ada Holm on May 3, 2018.</p> | 2018-05-03",
                "en | <a href='/t'><time class='updated'>9 June 2019</time> <time>3 May 2018</time></a> | 2018-05-03"
            })
    void theDayThatAPageShowsIsRead(String language, String line, String day) {
        Article article = read(language, "", "<article><h1>Mill sold</h1>" + line + PROSE + "</article>");
        assertThat(article.imprint().published()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article><table class='infobox'><tr><td>Founded</td><td>3 May 1998</td></tr></table>%s</article>",
                "<article>%s<blockquote class='tweet'><p>Sold!</p><a href='#'>May 3, 2018</a></blockquote></article>",
                "<article><h1>Mill</h1>%s</article><section class='latest'><p>3 May 2018</p></section>",
                "<article><h1>Mill</h1>%s</article><div class='comments'><span class='date'>3 May 2018</span></div>",
                "<h1>Mill</h1>%s<aside><ul><li><time datetime='2018-05-03'>3 May</time> Ferry sold</li></ul></aside>",
                "<article><h1>Mill</h1><p>Last updated: 3 May 2018</p>%s</article>",
                "<article><h1>Mill</h1><p class='entry-date'>5/3/2018</p>%s</article>",
                "<div><dl><dt>Joined</dt><dd>May 3, 2018</dd></dl></div><article><h1>Mill</h1>%s</article>",
                "<article><h1>Mill</h1><p>Release date: May 3, 2018</p>%s</article>",
                "<article><h1>Mill</h1><p>On 3 May 2018 the council met in the old school.</p>%s</article>",
                "<article><h1>Mill</h1><p>It was first driven by water on 03/25/2018.</p>%s</article>",
                "<h1>Mill</h1><div class='info'>The council meets again on 3 May 2018.</div>%s",
                "<article><h1>Ada Holm</h1><p class='meta'>Born 3 May 1998 in Orve</p>%s</article>",
                "<article><h1>Mill</h1>%s<ul class='latest'><li><time datetime='2018-05-03'>3 May</time> Fair</li></ul>"
                        + "</article>",
                "<article><h1>Mill</h1>%s<div class='tweet-embed'><time datetime='2018-05-03'>3 May</time><p>Sold!</p>"
                        + "</div></article>",
                "<article><h1>Mill</h1>%s</article><div class='comment'><b>Bo</b> <time datetime='2018-05-03'>3 May"
                        + "</time><p>Well done.</p></div>",
                "<article><h1>Mill</h1><a href='/f'><h3>Ferry sold</h3><p>Orve</p><b>3 May 2018</b></a>%s</article>"
            })
    void theDayOfSomethingElseIsNotTheArticles(String body) {
        assertThat(read("en", "", body.formatted(PROSE)).imprint().published()).isEmpty();
    }

    @Test
    void theDayBesideTheHeadlineIsBelievedBeforeAMetaElement() {
        String body = "<h1>Mill sold</h1><p><time>3 May 2018</time></p>" + PROSE;
        assertThat(read("en", "<meta name='date' content='2018-05-09'>", body)
                        .imprint()
                        .published())
                .isEqualTo("2018-05-03");
    }

    @Test
    void aSentenceUnderAPostSaysWhenItCameOut() {
        String sentence =
                "This entry was posted on Thursday, May 3rd, 2018 at 9:00 and is filed under Orve. You can follow "
                        + "any responses to this entry through the feed. You can leave a response, or trackback.";
        String body = "<h1>Mill sold</h1>" + PROSE + "<p class='meta'><small>" + sentence + "</small></p>";
        assertThat(read("en", "", body).imprint().published()).isEqualTo("2018-05-03");
    }

    @Test
    void aSentenceUnderAnArticleSaysWhenItFirstCameOut() {
        String body = "<h1>Mill sold</h1>" + PROSE + "<p>This article was first published on 3 May 2018 in Orve.</p>";
        assertThat(read("en", "", body).imprint().published()).isEqualTo("2018-05-03");
    }

    @Test
    void aDayAtTheEdgeOfThePagesTitleIsRead() {
        String page = "<html><head><title>Mill sold | Orve Gazette | 03.05.2018</title></head><body><h1>Mill sold</h1>";
        assertThat(TestArticles.read("a.html", page + PROSE + "</body></html>")
                        .imprint()
                        .published())
                .isEqualTo("2018-05-03");
    }

    @Test
    void propertiesWithALineBreakInAWordAreRead() {
        String head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mill sold\","
                + "\"description\":\"Nine\nthousand\",\"datePublished\":\"2018-05-03\",}</script>";
        assertThat(read("en", head, "<h1>Mill sold</h1>" + PROSE).imprint().published())
                .isEqualTo("2018-05-03");
    }

    @Test
    void aBoxWithMostOfThePageIsNoOtherPlace() {
        String post =
                "<div class='widget Blog'><h2 class='date-header'><span>Thursday, May 3, 2018</span></h2><h1>Mill</h1>";
        assertThat(read("en", "", post + PROSE + "</div>").imprint().published())
                .isEqualTo("2018-05-03");
    }

    @Test
    void aDayOfChangeIsNoDayOfPublication() {
        Article article = read("en", "", "<h1>Mill sold</h1><small>Last modified: 2018-05-03</small>" + PROSE);
        assertThat(article.imprint().published()).isEmpty();
        assertThat(article.annotations().metadata().modified()).isEqualTo("2018-05-03");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-05-04T02:30:00Z,/2018/05/03/mill,2018-05-03",
        "2018-05-04T02:30:00Z,/mill,2018-05-03",
        "2018-05-04T15:30:00Z,/mill,2018-05-04",
        "2018-05-04T02:30:00+02:00,/mill,2018-05-04"
    })
    void theStampOfALocalEveningIsTheDayThatReadersSaw(String stamp, String path, String day) {
        Article article = read(
                "en",
                "<link rel='canonical' href='https://gazette.example" + path + "'><script type='application/ld+json'>"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Mill sold\",\"datePublished\":\"" + stamp
                        + "\"}</script>",
                "<article><h1>Mill sold</h1><div class='byline'>By Ada Holm | May 3, 2018</div>" + PROSE
                        + "</article>");
        assertThat(article.imprint().published()).isEqualTo(day);
    }

    @Test
    void whatIsSaidOfThePageHoldsWhereNothingIsSaidOfTheArticle() {
        String head = "<script type='application/ld+json'>//<![CDATA[\n{\"@graph\":[{\"@type\":\"WebSite\"},"
                + "{\"@type\":\"WebPage\",\"datePublished\":\"2018-05-03T09:00:00+00:00\"}]}\n//]]></script>";
        assertThat(read("en", head, "<article><h1>Mill sold</h1>" + PROSE + "</article>")
                        .imprint()
                        .published())
                .isEqualTo("2018-05-03");
    }

    @Test
    void anOutletOrAPlaceholderIsNoAuthor() {
        String head = "<meta name='author' content='admin'><meta property='og:site_name' content='Orve Gazette'>"
                + "<meta name='dc.creator' content='Orve Gazette'>";
        Article article = read(
                "en",
                head,
                "<h1><a href='/'>Orve Gazette</a></h1><article><h2>Mill sold</h2>" + "<p class='byline'>By Ada Holm</p>"
                        + PROSE + "</article>");
        assertThat(article.imprint().author()).isEqualTo("Ada Holm");
        assertThat(article.imprint().title()).isEqualTo("Mill sold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta name='author' content='undefined'> | <a rel='author' href='/a'>Ada Holm</a> | Ada Holm",
                "<meta name='author' content='Staff'> | <span class='author'>Ada Holm</span> | Ada Holm",
                "<meta name='author' content='desk@gazette.example'> | '' | ''",
                "'' | <div class='byline'>Von <a href='/a'>Ada Holm</a></div> | Ada Holm",
                "<meta name='author' content='Von Holm'> | '' | Von Holm",
                "<meta name='author' content='Holm, Ada'> | '' | Ada Holm",
                "<meta name='author' content='Super User'> | '' | ''",
                "<meta name='author' content='Redaktion'> | <p class='byline'>Text: Ada Holm</p> | Ada Holm",
                "<meta name='author' content='gazette.example'> | <p class='author'>By: Ada Holm</p> | Ada Holm",
                "<meta name='citation_author' content='Holm, Ada'><meta name='citation_author' content='Lind, Bo'>"
                        + " | '' | Ada Holm, Bo Lind",
                "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Holm'> | '' |"
                        + " Ada Holm",
                "<meta property='og:site_name' content='Orve Gazette'><meta name='author' content='The Orve Gazette "
                        + "Staff'> | <p class='byline'>By Ada Holm</p> | Ada Holm"
            })
    void theAuthorIsAPersonWithoutTheWordBefore(String head, String line, String author) {
        assertThat(read("en", head, "<article><h1>Mill sold</h1>" + line + PROSE + "</article>")
                        .imprint()
                        .author())
                .isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mill sold - Orve Gazette | <h1>Orve Gazette</h1><h1>Mill sold</h1> | Mill sold",
                "Orve Gazette - Mill sold | <h1>Mill sold</h1> | Mill sold",
                "Untitled Document | <h1>Mill sold</h1> | Mill sold",
                "News | <h1>Mill sold to its workers</h1> | Mill sold to its workers",
                "Mill sold | <h1>All of the stories of today</h1> | Mill sold",
                "Mill sold « Orve Gazette | <h1>Orve Gazette</h1> | Mill sold",
                "Orve Gazette » Blog Archive » Mill sold | <h1>Orve Gazette</h1> | Mill sold",
                "'Mill sold, and more | Local | gazette.example' | '' | Mill sold, and more",
                "Orve Gazette | <h1>Mill sold</h1> | Mill sold",
                "The Valley – Mill sold | <div class='logo'><h1>The Valley</h1></div><h2>Mill sold</h2> | Mill sold"
            })
    void theTitleIsTheArticlesAndNotItsSitesOrSections(String title, String headings, String read) {
        String site = "<meta property='og:site_name' content='Orve Gazette'>";
        String page = "<html><head><title>" + title + "</title>" + site + "</head><body>" + headings + PROSE
                + "</body></html>";
        assertThat(TestArticles.read("a.html", page).imprint().title()).isEqualTo(read);
    }
}
