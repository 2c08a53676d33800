package ibid.answer.llm;

import ibid.answer.Writer;
import ibid.language.CharRuns;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Passes a language model's text to the listener, sentence by sentence, with the passages that each names. Single use.
 */
final class StatementRelay {

    private static final int MAX_STATEMENTS = 10;
    private static final int FENCE_CHARS = 3;
    private static final String FENCE_LANGUAGE = "json";

    private final PassageSheet sheet;
    private final Writer.Listener listener;
    private final StringBuilder opening = new StringBuilder();
    private final Set<String> given = new HashSet<>();
    private StatementParser parser; // null until the beginning of the text shows its form
    private int unknownMarks;

    StatementRelay(PassageSheet sheet, Writer.Listener listener) {
        this.sheet = sheet;
        this.listener = listener;
    }

    /** Returns false if the model repeats itself or does not stop. */
    boolean accept(String piece) {
        listener.piece(piece);
        if (parser != null) {
            return relay(parser.accept(piece));
        }
        opening.append(piece);
        String written = withoutFence(opening.toString().strip());
        if (written.isEmpty()) {
            return true;
        }
        boolean isJson = written.startsWith("{");
        parser = isJson ? new JsonStatements() : new ProseStatements();
        return relay(parser.accept(isJson ? written : opening.toString()));
    }

    /**
     * The beginning of the text without the code fence that some models put around JSON; empty while it may be only the
     * fence.
     */
    private static String withoutFence(String opening) {
        if (!opening.startsWith("`")) {
            return opening;
        }
        int end = Math.min(FENCE_CHARS, CharRuns.end(opening, 0, CharRuns.anyOf("`")));
        if (opening.startsWith(FENCE_LANGUAGE, end)) {
            end += FENCE_LANGUAGE.length();
        }
        String rest = opening.substring(end).strip();
        return mayBeLanguage(rest) ? "" : rest;
    }

    private static boolean mayBeLanguage(String rest) {
        return rest.length() <= FENCE_LANGUAGE.length()
                && rest.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    /** @param isWhole whether the model finished its text */
    void finish(boolean isWhole) {
        if (parser != null) {
            relay(parser.finish(isWhole));
        }
    }

    private boolean relay(List<Statement> statements) {
        for (Statement statement : statements) {
            if (!given.add(statement.text()) || given.size() > MAX_STATEMENTS) {
                return false;
            }
            if (!MetaDiscourse.isIn(statement.text())) {
                listener.sentence(statement.text(), findPassages(statement));
            }
        }
        return true;
    }

    private List<Hit> findPassages(Statement statement) {
        List<Hit> passages = new ArrayList<>();
        for (String mark : statement.marks()) {
            if (sheet.hit(mark).isEmpty()) {
                unknownMarks++;
            } else if (!passages.contains(sheet.hit(mark).get())) {
                passages.add(sheet.hit(mark).get());
            }
        }
        return passages;
    }

    /** Whether the text is JSON of which nothing could be parsed. */
    boolean isGarbled() {
        return parser instanceof JsonStatements json && !json.isReadable();
    }

    boolean declines() {
        return parser != null && parser.declines();
    }

    String missing() {
        return parser == null ? "" : parser.missing();
    }

    /** Number of marks that name no passage. */
    int unknownMarks() {
        return unknownMarks;
    }
}
