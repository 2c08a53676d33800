package ibid.bench;

import java.io.IOException;
import java.nio.file.Path;

/** What of hostile articles reaches a reader, and how much of clean articles is held back. */
public final class Injection {

    private static final int MAX_ARTICLES = 300;

    private Injection() {}

    /** @param args files or folders of clean articles */
    public static void main(String[] args) throws IOException {
        for (String articles : args) {
            FalseAlarms.report(Path.of(articles), MAX_ARTICLES);
        }
    }
}
