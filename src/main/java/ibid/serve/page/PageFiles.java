package ibid.serve.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Sends the page as three files: itself, one script and one stylesheet. The latter are named by their contents, so that
 * a browser keeps them for good and asks only whether the page is another.
 */
public final class PageFiles {

    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"[^>]*></script>");
    private static final Pattern LISTED =
            Pattern.compile("(?m)^ *(?:(?:<link rel=\"(?:stylesheet|modulepreload)\"[^>]*>"
                    + "|<script type=\"module\"[^>]*></script>) *)+\\R");
    private static final String FOLDER = "/assets/";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable"; // a year, the usual "for good"

    private final Asset page;
    private final Map<String, Asset> assets;

    /** Reads and joins the files of the page. */
    public PageFiles() {
        String html = WebFiles.read("/index.html");
        Asset script = Asset.of(ScriptBundle.of(found(SCRIPT, html), WebFiles::read), "text/javascript");
        Asset style = Asset.of(StyleBundle.of(found(STYLE, html), WebFiles::read), "text/css");
        String scriptPath = FOLDER + script.hash() + ".js";
        String stylePath = FOLDER + style.hash() + ".css";
        // Without "blocking" the page would be drawn before the theme is known.
        String links = "  <link rel=\"stylesheet\" href=\"" + stylePath + "\">\n  <script type=\"module\" src=\""
                + scriptPath + "\" async blocking=\"render\"></script>\n";
        String whole = LISTED.matcher(html).replaceAll("").replace("</head>", links + "</head>");
        this.page = Asset.of(whole, "text/html");
        this.assets = Map.of(scriptPath, script, stylePath, style);
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
            send(context, page, "no-cache");
        } else if (assets.containsKey(path)) {
            send(context, assets.get(path), FOR_GOOD);
        }
    }

    private static void send(Context context, Asset asset, String caching) {
        String tag = "\"" + asset.hash() + "\"";
        context.header("Cache-Control", caching).header("ETag", tag).header("Vary", "Accept-Encoding");
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
