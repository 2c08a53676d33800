package ibid.serve.dialect;

import ibid.api.FootnoteBody;
import ibid.api.openai.CitedSources;
import ibid.api.share.PageAddress;
import ibid.export.MarkdownText;
import ibid.serve.caller.PageOrigin;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;

/** The footnotes of an answer with their addresses, in the forms that clients of OpenAI and Perplexity show. */
record SourceLinks(PageAddress page) {

    static SourceLinks of(Context context) {
        return new SourceLinks(PageOrigin.of(context.req()));
    }

    String url(FootnoteBody footnote) {
        return page.of(footnote);
    }

    CitedSources sources(List<FootnoteBody> footnotes) {
        List<String> urls = new ArrayList<>();
        List<CitedSources.SearchResult> results = new ArrayList<>();
        for (FootnoteBody footnote : footnotes) {
            String url = url(footnote);
            urls.add(url);
            results.add(new CitedSources.SearchResult(
                    footnote.article().title(),
                    url,
                    footnote.article().published(),
                    footnote.quote().exact()));
        }
        return new CitedSources(urls, results);
    }

    /** The footnotes as a numbered list in Markdown, each title a link. */
    String list(List<FootnoteBody> footnotes) {
        StringBuilder list = new StringBuilder();
        for (FootnoteBody footnote : footnotes) {
            list.append(list.isEmpty() ? "" : "\n").append(footnote.number()).append(". ");
            list.append('[')
                    .append(MarkdownText.escapedByLink(footnote.article().title()))
                    .append("](<");
            list.append(url(footnote).replace("<", "%3C").replace(">", "%3E")).append(">)");
            for (String part :
                    List.of(footnote.article().publisher(), footnote.article().published())) {
                list.append(part.isEmpty() ? "" : ", " + MarkdownText.escapedByLink(part));
            }
            list.append(": “")
                    .append(MarkdownText.escapedByLink(footnote.quote().exact()))
                    .append('”');
        }
        return list.toString();
    }
}
