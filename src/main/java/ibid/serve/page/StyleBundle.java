package ibid.serve.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins stylesheets into one, in their order, with the icons that they name in it. */
final class StyleBundle {

    private static final Pattern ICON = Pattern.compile("url\\(\"(/icons/[^\"]+\\.svg)\"\\)");

    private StyleBundle() {}

    /** @param read gives the text of the file at a path */
    static String of(List<String> paths, UnaryOperator<String> read) {
        StringBuilder style = new StringBuilder();
        for (String path : paths) {
            String text = read.apply(path);
            style.append(ICON.matcher(text)
                    .replaceAll(icon -> Matcher.quoteReplacement("url(\"" + data(read.apply(icon.group(1))) + "\")")));
        }
        return style.toString();
    }

    /** The picture as an address, so that it needs no request. */
    static String data(String svg) {
        String encoded = URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
        return "data:image/svg+xml," + encoded;
    }
}
