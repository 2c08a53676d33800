package ibid.index;

import ibid.corpus.ArticleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What bringing the index up to date must do.
 *
 * @param files  all there are
 * @param toRead those that are new, changed, or touched
 * @param gone   what is known of files that are no longer there
 * @param owners by article id: the file that gives the article
 */
record Plan(List<ArticleFile> files, List<ArticleFile> toRead, List<FileState> gone, Map<String, String> owners) {

    static final String TWIN = "has the same id as ";

    static Plan of(List<ArticleFile> files, Map<String, FileState> known) {
        Map<String, String> owners = new HashMap<>();
        files.forEach(file -> owners.putIfAbsent(file.id().value(), file.name()));
        Map<String, FileState> gone = new TreeMap<>(known);
        files.forEach(file -> gone.remove(file.name()));
        List<ArticleFile> toRead = files.stream().filter(file -> {
            FileState state = known.get(file.name());
            return state == null || !state.matches(file) || state.skipped().startsWith(TWIN) == owns(owners, file);
        }).toList();
        return new Plan(files, toRead, List.copyOf(gone.values()), owners);
    }

    boolean owns(ArticleFile file) {
        return owns(owners, file);
    }

    private static boolean owns(Map<String, String> owners, ArticleFile file) {
        return owners.get(file.id().value()).equals(file.name());
    }

    String owner(ArticleFile file) {
        return owners.get(file.id().value());
    }
}
