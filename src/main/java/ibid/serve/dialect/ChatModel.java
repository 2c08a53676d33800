package ibid.serve.dialect;

import java.util.Arrays;
import java.util.Optional;

/** The models that a client may choose: the same answers, shown in two ways. */
enum ChatModel {
    /** The sentences with their marks; the footnotes are in fields beside them. */
    PLAIN("ibid"),
    /** The same with the footnotes as a Markdown list below, for programs that show nothing but the content. */
    FOOTNOTES("ibid-footnotes");

    private final String id;

    ChatModel(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<ChatModel> of(String id) {
        return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
    }

    /** The one to answer with; many clients insist on a name of their own. */
    static ChatModel orPlain(String id) {
        return of(id).orElse(PLAIN);
    }
}
