package ibid.read.picture;

/**
 * A picture in the file of an article.
 *
 * @param alt     what its author wrote for those who cannot see it, or empty
 * @param caption as written below it, or empty
 * @param before  the last words of the text before it, with single spaces, or empty
 */
public record ArticlePicture(PictureType type, byte[] bytes, String alt, String caption, String before) {}
