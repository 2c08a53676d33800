package ibid.read.entries;

import ibid.IbidException;
import ibid.read.bytes.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the entries of one file while it is split, and gives each its name. Not thread-safe. */
final class EntryCollector {

    /** More are a database rather than what somebody looks through; each is a row of the list of files. */
    static final int MAX_ENTRIES = 10_000;

    private static final int MAX_PROBLEMS = 100; // listed one by one; the others are counted

    private final byte[] file;
    private final List<ArticleEntry> entries = new ArrayList<>();
    private final List<ArticleEntry> problems = new ArrayList<>();
    private final Map<String, ArticleEntry> named = new HashMap<>();
    private int unlisted;

    EntryCollector(byte[] file) {
        this.file = file;
    }

    boolean isFull() {
        Deadline.check();
        return entries.size() >= MAX_ENTRIES;
    }

    /** @param place "line 17", which names an entry that states nothing of itself */
    void add(EntryIdentity identity, String place, String head, int start, int end) {
        String name = identity.id().isEmpty() ? fileName(place) : identity.name(false);
        ArticleEntry entry = ArticleEntry.of(name, head, start, end, file);
        ArticleEntry same = named.get(name);
        if (same != null && same.hash().equals(entry.hash())) {
            addProblem(place, start, end, "the same as an entry before it");
            return;
        }
        if (same != null) {
            entry = ArticleEntry.of(unusedName(identity.name(true)), head, start, end, file);
        }
        named.put(entry.name(), entry);
        entries.add(entry);
    }

    private String unusedName(String name) {
        String free = name;
        for (int number = 2; named.containsKey(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    /** @param place of what is no article: "line 17" */
    void addProblem(String place, int start, int end, String why) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(ArticleEntry.broken(fileName(place), start, end, place + ": " + why));
        } else {
            unlisted++;
        }
    }

    private static String fileName(String place) {
        return place.replace(' ', '-');
    }

    /** @throws IbidException INVALID with that reason, and the first problem, if no entry can be an article */
    List<ArticleEntry> entriesOr(String whyNone) {
        if (entries.isEmpty()) {
            String first = problems.isEmpty() ? "" : "; " + problems.getFirst().problem();
            throw new IbidException(IbidException.Code.INVALID, whyNone + first);
        }
        List<ArticleEntry> all = new ArrayList<>(entries);
        all.addAll(problems);
        if (isFull()) {
            all.add(rest("the file has more than " + MAX_ENTRIES + " entries, the first are read; split it"));
        } else if (unlisted > 0) {
            all.add(rest(unlisted + " more entries are no articles either"));
        }
        return all;
    }

    private ArticleEntry rest(String why) {
        return ArticleEntry.broken("others", file.length, file.length, why);
    }
}
