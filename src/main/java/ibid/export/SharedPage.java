package ibid.export;

import ibid.api.AnswerBody;
import ibid.api.share.PageAddress;
import ibid.api.share.RecheckBody;
import org.jsoup.nodes.Document;

/** The page behind a link to an answer: the answer with its footnotes, and nothing else of who asked. No script. */
public final class SharedPage {

    private static final String STYLESHEET = "/shared.css";
    private static final String DOCTYPE = "<!DOCTYPE html>\n";

    private SharedPage() {}

    /** @param today what holds of the answer */
    public static String of(AnswerBody answer, RecheckBody today, PageAddress address) {
        Document page = AnswerHtml.page(AnswerDocument.of(answer, Standing.of(today), address));
        page.selectFirst("style").remove(); // the server's pages may not have styles of their own
        return finished(page);
    }

    /** What a link shows that was revoked, or whose answer was deleted. */
    public static String gone() {
        Document page = Document.createShell("");
        page.title("Ibid");
        page.body().appendElement("article").appendElement("h1").text("This link leads nowhere any more");
        page.selectFirst("article")
                .appendElement("p")
                .text("Whoever shared the answer has revoked the link, or the answer was deleted.");
        return finished(page);
    }

    private static String finished(Document page) {
        page.selectFirst("html").attr("lang", "en");
        page.head().prependElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", STYLESHEET);
        page.body()
                .appendElement("footer")
                .appendElement("p")
                .text("Shared from Ibid, which answers from articles with footnotes.");
        return DOCTYPE + page.outerHtml() + "\n";
    }
}
