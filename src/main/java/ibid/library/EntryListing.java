package ibid.library;

import ibid.read.entries.ArticleEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Lists the entries of files that hold several articles, as files below them: {@code feed.xml/ferry-sold-1f03}. No file
 * can have that path, because its folder is a file. Only files that changed are looked through; an entry that did not
 * keeps its time.
 *
 * @param known the catalogue's state of each file and entry, by name
 * @param now   milliseconds since 1970
 */
public record EntryListing(CorpusReader reader, SortedMap<String, FileState> known, long now) {

    private static final char AFTER_SLASH = '/' + 1;

    /** The file on disk of a name: the file that holds it if it is an entry, else itself. */
    public static String fileOf(String name, Map<String, FileState> known) {
        int slash = name.lastIndexOf('/');
        FileState holder = slash < 0 ? null : known.get(name.substring(0, slash));
        return holder != null && holder.holdsEntries() ? holder.name() : name;
    }

    /** The states of the entries of a file, by name. */
    public static SortedMap<String, FileState> entriesOf(String file, SortedMap<String, FileState> known) {
        return known.subMap(file + "/", file + AFTER_SLASH);
    }

    /** The listing with the entries of each file after it. */
    public CorpusFolder.Listing of(CorpusFolder.Listing listing) {
        List<CorpusFile> files = new ArrayList<>();
        for (CorpusFile file : listing.files()) {
            files.addAll(withEntries(file));
        }
        return listing.withFiles(files);
    }

    private List<CorpusFile> withEntries(CorpusFile file) {
        if (!file.objection().isEmpty()) {
            return List.of(file);
        }
        FileState before = known.get(file.name());
        boolean isKnown =
                before != null && before.matches(file) && !before.retry().isDue(now);
        if (!isKnown) {
            return withEntries(file, reader.entries(file));
        }
        return before.holdsEntries() ? asBefore(file) : List.of(file);
    }

    private List<CorpusFile> asBefore(CorpusFile file) {
        List<CorpusFile> files = new ArrayList<>();
        files.add(file.withEntries());
        for (FileState entry : entriesOf(file.name(), known).values()) {
            String name = entry.name().substring(file.name().length() + 1);
            files.add(file.entry(name, entry.size(), entry.modified(), ""));
        }
        return files;
    }

    private List<CorpusFile> withEntries(CorpusFile file, List<ArticleEntry> entries) {
        if (entries.isEmpty()) {
            return List.of(file);
        }
        List<CorpusFile> files = new ArrayList<>();
        files.add(file.withEntries());
        for (ArticleEntry entry : entries) {
            int size = entry.end() - entry.start();
            FileState before = known.get(file.name() + "/" + entry.name());
            boolean isUnchanged = before != null && before.size() == size && isAsBefore(entry, before);
            long modified = isUnchanged ? before.modified() : file.modified();
            files.add(file.entry(entry.name(), size, modified, entry.problem()));
        }
        return files;
    }

    private static boolean isAsBefore(ArticleEntry entry, FileState before) {
        return entry.problem().isEmpty()
                ? before.hash().equals(entry.hash())
                : before.skipped().equals(entry.problem());
    }
}
