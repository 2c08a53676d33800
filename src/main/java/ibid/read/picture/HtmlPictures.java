package ibid.read.picture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Finds the pictures of a page that are in the file itself, or in files beside it. */
final class HtmlPictures implements NodeVisitor {

    private static final Set<String> FURNITURE = Set.of("nav", "header", "footer", "aside", "form", "button");
    private static final Set<String> NO_TEXT = Set.of("script", "style", "template", "noscript", "figcaption");
    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";

    private final PictureCollector collector;
    private final Function<String, Optional<byte[]>> beside;

    /** @param beside gives the file at a relative path, where there is one */
    private HtmlPictures(PictureCollector collector, Function<String, Optional<byte[]>> beside) {
        this.collector = collector;
        this.beside = beside;
    }

    static void collect(Document page, PictureCollector collector, Function<String, Optional<byte[]>> beside) {
        page.traverse(new HtmlPictures(collector, beside));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && text.parent() instanceof Element parent) {
            boolean isText = !NO_TEXT.contains(parent.normalName()) && !text.isBlank();
            collector.text(isText ? text.getWholeText() : "");
        } else if (node instanceof Element image && image.normalName().equals("img")) {
            add(image);
        }
    }

    private void add(Element image) {
        boolean isFurniture = image.parents().stream().map(Element::normalName).anyMatch(FURNITURE::contains);
        if (isFurniture) {
            return;
        }
        Element figure = image.closest("figure");
        Element caption = figure == null ? null : figure.selectFirst("figcaption");
        bytes(image.attr("src").strip())
                .ifPresent(bytes -> collector.picture(bytes, image.attr("alt"), caption == null ? "" : caption.text()));
    }

    private Optional<byte[]> bytes(String address) {
        if (address.regionMatches(true, 0, DATA, 0, DATA.length())) {
            return embedded(address);
        }
        boolean isElsewhere = address.isEmpty() || address.contains(":") || address.startsWith("/");
        return isElsewhere ? Optional.empty() : decoded(address).flatMap(beside);
    }

    /** Without what follows the path. */
    private static Optional<String> decoded(String address) {
        int end = address.length();
        for (char sign : new char[] {'?', '#'}) {
            int at = address.indexOf(sign);
            end = at < 0 ? end : Math.min(end, at);
        }
        try {
            return Optional.of(
                    URLDecoder.decode(address.substring(0, end).replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> embedded(String address) {
        int at = address.indexOf(BASE64);
        if (at < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(address.substring(at + BASE64.length())));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
