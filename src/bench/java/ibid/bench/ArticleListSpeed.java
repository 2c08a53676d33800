package ibid.bench;

import ibid.embedding.EmbeddedPassage;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.search.SearchFilters;
import ibid.search.listing.ArticleLists;
import ibid.search.listing.ArticleProperty;
import ibid.search.listing.ListFilters;
import ibid.search.listing.ListOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times the list of articles over made-up ones, which are short and not embedded: reading 10,000 of usual length takes
 * half an hour. Arguments: a folder to work in, the number of articles.
 */
public final class ArticleListSpeed {

    private static final int DIMENSION = 8; // the vectors are not searched
    private static final int ROUNDS = 20;
    private static final SearchFilters ANY = SearchFilters.NONE;

    private ArticleListSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path articles = folder.resolve("articles");
        Path made = folder.resolve("made"); // is there once all are indexed
        float[] vector = new float[DIMENSION];
        vector[0] = 1;
        try (Catalogue catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(folder.resolve("index"), catalogue)) {
            if (!Files.exists(made)) {
                MadeUpNews.read().write(articles, Integer.parseInt(arguments[1]), 1);
                VectorStore vectors = new VectorStore(
                        catalogue,
                        "none",
                        DIMENSION,
                        (text, sentences) ->
                                new EmbeddedPassage(vector, Collections.nCopies(sentences.size(), new byte[0])));
                new Indexer(new CorpusFolder(articles), index, vectors).run(false, (done, total, what) -> {});
                Files.createFile(made);
            }
            try (IndexSnapshot snapshot = index.snapshot()) {
                System.out.println(snapshot.articleCount() + " articles, " + snapshot.passageCount() + " passages");
                time(snapshot);
            }
        }
    }

    private static void time(IndexSnapshot snapshot) {
        ArticleLists lists = new ArticleLists();
        ListFilters all = new ListFilters(ANY, ANY, Map.of());
        ListFilters one =
                new ListFilters(ANY, ANY, ListFilters.wanted(Map.of(ArticleProperty.PUBLISHER, List.of("Paper 7"))));
        long start = System.nanoTime();
        lists.list(snapshot, "", all, ListOrder.NEWEST);
        print("the first of a generation", new long[] {System.nanoTime() - start});
        print("the first, warmed up", times(() -> new ArticleLists().list(snapshot, "", all, ListOrder.NEWEST)));
        print("all", times(() -> lists.list(snapshot, "", all, ListOrder.NEWEST)));
        print("of one publisher", times(() -> lists.list(snapshot, "", one, ListOrder.TITLE)));
        print("a word", times(() -> lists.list(snapshot, "government", all, ListOrder.RELEVANCE)));
        print("words and a phrase", times(() -> lists.list(snapshot, "china \"said on\"", one, ListOrder.RELEVANCE)));
    }

    private static long[] times(Runnable listing) {
        for (int round = 0; round < ROUNDS; round++) {
            listing.run(); // warms up
        }
        long[] times = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            listing.run();
            times[round] = System.nanoTime() - start;
        }
        return times;
    }

    private static void print(String what, long[] times) {
        Arrays.sort(times);
        double median = times[times.length / 2] / 1e6;
        double most = times[times.length * 95 / 100] / 1e6;
        System.out.printf(Locale.ROOT, "%-28s %6.1f ms, 95th percentile %6.1f ms%n", what, median, most);
    }
}
