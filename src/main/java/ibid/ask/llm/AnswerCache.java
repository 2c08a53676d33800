package ibid.ask.llm;

import ibid.ask.AnswerEvent;
import ibid.ask.Author;
import ibid.ask.WriterCredit;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest written answers, so that the same question of the same articles is not paid for twice. Threads may share it. */
final class AnswerCache {

    private static final int MOST = 200;

    /** All that an answer depends on. */
    record Key(String query, SearchFilters filters, String generation, String prompt, LocalDate today) {}

    private record Kept(Author.Authored authored, List<AnswerEvent.Shown> shown) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MOST;
        }
    };

    synchronized void keep(Key key, Author.Authored authored, List<AnswerEvent.Shown> shown) {
        kept.put(key, new Kept(authored, List.copyOf(shown)));
    }

    /** The answer that was kept, its sentences told again; the tokens were spent the first time. */
    Optional<Author.Authored> replay(Key key, AnswerEvent.Watcher watcher) {
        Kept found;
        synchronized (this) {
            found = kept.get(key);
        }
        if (found == null) return Optional.empty();
        found.shown().forEach(watcher::on);
        WriterCredit first = found.authored().authorship();
        return Optional.of(new Author.Authored(
                found.authored().answer(),
                new WriterCredit(first.model(), first.prompt(), first.note(), ibid.model.Completion.Usage.NONE)));
    }
}
