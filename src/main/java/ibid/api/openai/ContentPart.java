package ibid.api.openai;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A part of a message's content. A bare text is read as a part of the type text. */
public record ContentPart(String type, String text) {

    private static final String TEXT = "text";

    @JsonCreator
    public ContentPart {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ContentPart of(String text) {
        return new ContentPart(TEXT, text);
    }

    boolean isText() {
        return type.equals(TEXT);
    }
}
