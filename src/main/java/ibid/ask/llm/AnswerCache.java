package ibid.ask.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ibid.ask.AnswerEvent;
import ibid.ask.CreditedAnswer;
import ibid.ask.WriterCredit;
import ibid.model.Completion.Usage;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The latest answers a language model wrote, so that the same question of the same articles is not paid for twice. Threads may share it. */
final class AnswerCache {

    private static final int MAX_ANSWERS = 200;

    private final Cache<Key, Entry> entries =
            Caffeine.newBuilder().maximumSize(MAX_ANSWERS).build();

    /** All that an answer depends on. */
    record Key(String question, SearchFilters filters, String generation, String prompt, LocalDate today) {}

    private record Entry(CreditedAnswer answer, List<AnswerEvent.Shown> shown) {}

    void put(Key key, CreditedAnswer answer, List<AnswerEvent.Shown> shown) {
        entries.put(key, new Entry(answer, List.copyOf(shown)));
    }

    /** The kept answer, its sentences shown to the watcher again. It uses no tokens: they were spent the first time. */
    Optional<CreditedAnswer> replay(Key key, AnswerEvent.Watcher watcher) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) return Optional.empty();
        entry.shown().forEach(watcher::on);
        WriterCredit credit = entry.answer().credit().withUsage(Usage.NONE);
        return Optional.of(new CreditedAnswer(entry.answer().answer(), credit));
    }
}
