package ibid.answer.llm;

import java.util.List;

/**
 * One sentence that a language model wrote.
 *
 * @param handles the marks it gave it, as written
 */
public record Statement(String text, List<String> handles) {

    public Statement {
        handles = List.copyOf(handles);
    }
}
