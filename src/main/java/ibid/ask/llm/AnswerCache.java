package ibid.ask.llm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ibid.answer.WritingTask;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnswerSentence;
import ibid.ask.CreditedAnswer;
import ibid.ask.Footnote;
import ibid.ask.WriterCredit;
import ibid.model.Completion;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The latest answers a language model wrote, so that the same question of the same articles is not paid for twice.
 * Threads may share it.
 */
final class AnswerCache {

    private static final int MAX_ANSWERS = 200;

    private final Cache<Key, CreditedAnswer> answers =
            Caffeine.newBuilder().maximumSize(MAX_ANSWERS).build();

    /** All that an answer depends on. */
    record Key(String question, SearchFilters filters, String generation, String prompt, LocalDate today) {

        static Key of(WritingTask task, String prompt) {
            SearchFilters filters = task.together().query().filters();
            return new Key(task.question(), filters, task.together().generation(), prompt, task.today());
        }
    }

    void put(Key key, CreditedAnswer answer) {
        answers.put(key, answer);
    }

    /** The kept answer, its sentences shown to the watcher again. It uses no tokens: they were spent the first time. */
    Optional<CreditedAnswer> replay(Key key, AnswerEvent.Watcher watcher) {
        CreditedAnswer kept = answers.getIfPresent(key);
        if (kept == null) {
            return Optional.empty();
        }
        if (kept.answer() instanceof Answer.Cited cited) {
            show(cited, watcher);
        }
        WriterCredit credit = kept.credit().withUsage(Completion.Usage.NONE);
        return Optional.of(new CreditedAnswer(kept.answer(), credit));
    }

    private static void show(Answer.Cited answer, AnswerEvent.Watcher watcher) {
        for (AnswerSentence sentence : answer.sentences()) {
            List<Footnote> footnotes = answer.footnotes().stream()
                    .filter(footnote -> sentence.footnotes().contains(footnote.number()))
                    .toList();
            watcher.on(new AnswerEvent.Shown(sentence, footnotes));
        }
    }
}
