package ibid.serve.dialect;

import ibid.api.FootnoteBody;
import ibid.api.openai.CitedSources;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The addresses of footnotes: that of the article, or where it has none of the web, its place in Ibid's own page at the
 * quoted words.
 *
 * @param origin what the reader calls this server: {@code http://127.0.0.1:7070}
 */
record SourceLinks(String origin) {

    static SourceLinks of(Context context) {
        return new SourceLinks(context.scheme() + "://" + context.host());
    }

    String url(FootnoteBody footnote) {
        String own = footnote.article().url();
        return isOfTheWeb(own) ? own : origin + place(footnote);
    }

    private static String place(FootnoteBody footnote) {
        String article = URLEncoder.encode(footnote.article().id(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "/#/a/" + article + "/" + footnote.quote().start() + "-"
                + footnote.quote().end();
    }

    private static boolean isOfTheWeb(String url) {
        String start = url.toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            return false;
        }
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
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
            list.append('[').append(escaped(footnote.article().title())).append("](<");
            list.append(url(footnote).replace("<", "%3C").replace(">", "%3E")).append(">)");
            for (String part :
                    List.of(footnote.article().publisher(), footnote.article().published())) {
                list.append(part.isEmpty() ? "" : ", " + escaped(part));
            }
            list.append(": “").append(escaped(footnote.quote().exact())).append('”');
        }
        return list.toString();
    }

    /** On one line, and so that no sign of it is read as Markdown. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char sign : text.replaceAll("\\s+", " ").toCharArray()) {
            escaped.append("\\`*_[]<>#|~".indexOf(sign) >= 0 ? "\\" : "").append(sign);
        }
        return escaped.toString();
    }
}
