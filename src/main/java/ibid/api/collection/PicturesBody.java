package ibid.api.collection;

import ibid.api.NullIfEmpty;
import java.util.List;

/** The pictures of an article, in reading order. */
public record PicturesBody(List<Picture> pictures) {

    /**
     * One of them.
     *
     * @param number from 1
     * @param at     where it belongs in the article's text, in code points, or null
     */
    public record Picture(
            int number,
            String type,
            @NullIfEmpty String alt,
            @NullIfEmpty String caption,
            Integer at) {}

    public PicturesBody {
        pictures = List.copyOf(pictures);
    }
}
