package ibid.answer.llm;

import java.util.List;

/**
 * One sentence that a language model wrote.
 *
 * @param marks the marks of the passages that it names, as written: "S2"
 */
record Statement(String text, List<String> marks) {

    Statement {
        marks = List.copyOf(marks);
    }
}
