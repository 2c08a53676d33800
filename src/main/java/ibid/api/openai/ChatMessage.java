package ibid.api.openai;

import com.fasterxml.jackson.annotation.JsonFormat;
import ibid.IbidException;
import java.util.List;

/**
 * A message of a chat.
 *
 * @param role    {@code user}, {@code assistant}, or another, which is not read
 * @param content one text, or a list of parts
 */
public record ChatMessage(
        String role,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<ContentPart> content) {

    public static final String USER = "user";
    public static final String ASSISTANT = "assistant";

    public ChatMessage {
        if (role.isEmpty()) {
            throw new IbidException(IbidException.Code.INVALID, "each message needs a “role”, such as user");
        }
        content = List.copyOf(content);
    }

    public boolean is(String wanted) {
        return role.equals(wanted);
    }

    /** Its texts, one a line; refuses what is not text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (ContentPart part : content) {
            if (!part.isText()) {
                throw new IbidException(
                        IbidException.Code.INVALID,
                        "a part of a message is “" + part.type() + "”; Ibid reads parts of the type “text” only");
            }
            text.append(text.isEmpty() ? "" : "\n").append(part.text());
        }
        return text.toString().strip();
    }
}
