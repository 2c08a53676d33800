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
import ibid.language.Text;
import ibid.model.Completion;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A cache of a language model's latest answers, so that the same question about the same articles is paid for once.
 * Threads may share it.
 */
final class AnswerCache {

    private static final int MAX_ANSWERS = 200;

    private final Cache<Key, CreditedAnswer> answers =
            Caffeine.newBuilder().maximumSize(MAX_ANSWERS).build();

    /** Everything that an answer depends on. */
    record Key(String question, SearchFilters filters, String generation, String prompt, LocalDate today) {

        static Key of(WritingTask task, String prompt) {
            SearchFilters filters = task.together().query().filters();
            return new Key(task.question(), filters, task.together().generation(), prompt, task.today());
        }
    }

    void put(Key key, CreditedAnswer answer) {
        answers.put(key, answer);
    }

    /**
     * The cached answer; its sentences are reported to the listener again. It reports no tokens, because none are used.
     */
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
        Text text = new Text(answer.text());
        int shown = 0; // code points
        for (AnswerSentence sentence : answer.sentences()) {
            List<Footnote> footnotes = answer.footnotes().stream()
                    .filter(footnote -> sentence.footnotes().contains(footnote.number()))
                    .toList();
            int end = sentence.place().end() + sentence.marks().length();
            watcher.on(new AnswerEvent.Shown(sentence, footnotes, text.slice(shown, end)));
            shown = end;
        }
    }
}
