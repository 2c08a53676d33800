package ibid.api.openai;

/** A mark in the content and the source that it refers to. */
public record UrlAnnotation(String type, UrlCitation urlCitation) {

    /**
     * @param startIndex of the mark in the content, in code points
     * @param endIndex   exclusive
     */
    public record UrlCitation(int startIndex, int endIndex, String title, String url) {}

    public UrlAnnotation(int start, int end, String title, String url) {
        this("url_citation", new UrlCitation(start, end, title, url));
    }
}
