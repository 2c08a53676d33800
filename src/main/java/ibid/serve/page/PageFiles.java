package ibid.serve.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Sends the page as three files in the reader's language: itself, one script and one stylesheet. The latter are named
 * by their contents, so that a browser keeps them for good and asks only whether the page is another.
 */
public final class PageFiles {

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"[^>]*></script>");
    private static final Pattern LISTED =
            Pattern.compile("(?m)^ *(?:(?:<link rel=\"(?:stylesheet|modulepreload)\"[^>]*>"
                    + "|<script type=\"module\"[^>]*></script>) *)+\\R");
    private static final String ICON = "/favicon.svg";
    private static final String FOLDER = "/assets/";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable"; // a year, the usual "for good"
    private static final String CHOSEN = "ibid_language"; // the cookie that the switch of the page sets

    private final Map<String, Asset> pages = new HashMap<>(); // by language
    private final Map<String, Asset> assets = new HashMap<>(); // by path

    /** Reads and joins the files of the page. */
    public PageFiles() {
        String html = WebFiles.read("/index.html");
        PageLanguage english = PageLanguage.of(PageLanguage.CODES.getFirst());
        String script = ScriptBundle.of(
                found(SCRIPT, html), path -> path.equals(english.path()) ? english.json() : WebFiles.read(path));
        String style = add(Asset.of(StyleBundle.of(found(STYLE, html), WebFiles::read), "text/css"), ".css");
        String bare = LISTED.matcher(html)
                .replaceAll("")
                .replace("\"" + ICON + "\"", "\"" + StyleBundle.data(WebFiles.read(ICON)) + "\"");
        for (String code : PageLanguage.CODES) {
            PageLanguage language = PageLanguage.of(code);
            String path = add(Asset.of(language.script(script, english), "text/javascript"), ".js");
            String page = language.page(bare, english).replace("</head>", links(style, path) + "</head>");
            pages.put(code, Asset.of(page, "text/html"));
        }
    }

    private String add(Asset asset, String ending) {
        String path = FOLDER + asset.hash() + ending;
        assets.put(path, asset);
        return path;
    }

    /** Without "blocking" the page would be drawn before the theme is known. */
    private static String links(String style, String script) {
        return "  <link rel=\"stylesheet\" href=\"" + style + "\">\n  <script type=\"module\" src=\"" + script
                + "\" async blocking=\"render\"></script>\n";
    }

    private static List<String> found(Pattern pattern, String html) {
        return new ArrayList<>(
                pattern.matcher(html).results().map(PageFiles::path).toList());
    }

    private static String path(MatchResult found) {
        return found.group(1);
    }

    /** Answers a request for one of the three; others go on. */
    public void before(Context context) {
        if (context.method() != HandlerType.GET && context.method() != HandlerType.HEAD) {
            return;
        }
        String path = context.path();
        if (path.equals("/") || path.equals("/index.html")) {
            context.header("Vary", "Accept-Language, Cookie");
            String language = PageLanguage.wanted(context.cookie(CHOSEN), context.header("Accept-Language"));
            send(context, pages.get(language), "no-cache");
        } else if (assets.containsKey(path)) {
            send(context, assets.get(path), FOR_GOOD);
        }
    }

    private static void send(Context context, Asset asset, String caching) {
        String tag = "\"" + asset.hash() + "\"";
        context.header("Cache-Control", caching).header("ETag", tag);
        context.res().addHeader("Vary", "Accept-Encoding");
        String known = context.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            context.status(304);
        } else if (takesGzip(context)) {
            context.header("Content-Encoding", "gzip").result(asset.gzip());
        } else {
            context.result(asset.plain());
        }
        context.contentType(asset.type() + "; charset=utf-8").skipRemainingHandlers();
    }

    private static boolean takesGzip(Context context) {
        String accepted = context.header("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
