package ibid.read.entries;

import ibid.article.Article;
import ibid.read.ArticleReader;
import ibid.read.ReadResult;
import ibid.read.bytes.FileBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The articles of a file of several, as the collection reads them, and why the others are none. */
record ReadEntries(List<Article> articles, List<String> problems) {

    static ReadEntries of(String file, String text) {
        return of(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadEntries of(String file, byte[] bytes) {
        ArticleReader reader = new ArticleReader();
        ReadEntries read = new ReadEntries(new ArrayList<>(), new ArrayList<>());
        List<ArticleEntry> entries = switch (reader.entries(file, bytes)) {
            case ReadResult.Success<List<ArticleEntry>>(List<ArticleEntry> found) -> found;
            case ReadResult.Skipped<List<ArticleEntry>> skipped -> {
                read.problems.add(skipped.reason());
                yield List.of();
            }
        };
        for (ArticleEntry entry : entries) {
            if (entry.problem().isEmpty()) {
                read.add(reader, file, entry, bytes);
            } else {
                read.problems.add(entry.problem());
            }
        }
        return read;
    }

    private void add(ArticleReader reader, String file, ArticleEntry entry, byte[] bytes) {
        String name = file + "/" + entry.name();
        ReadResult<Article> result = reader.parseEntry(name, FileBytes.extension(file), entry.bytesIn(bytes))
                .thenTry(parsed -> reader.typeset(parsed, Set.of()));
        switch (result) {
            case ReadResult.Success<Article>(Article article) -> articles.add(article);
            case ReadResult.Skipped<Article> skipped -> problems.add(skipped.reason());
        }
    }

    Article only() {
        if (articles.size() != 1) {
            throw new AssertionError(articles.size() + " articles; " + problems);
        }
        return articles.getFirst();
    }

    List<String> titles() {
        return articles.stream().map(article -> article.imprint().title()).toList();
    }

    List<String> ids() {
        return articles.stream().map(article -> article.id().value()).toList();
    }
}
