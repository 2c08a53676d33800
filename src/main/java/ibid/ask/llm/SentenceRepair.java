package ibid.ask.llm;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.answer.WritingTask;
import ibid.answer.extract.QuotedSentence;
import ibid.answer.llm.PassageSheet;
import ibid.language.Span;
import ibid.model.Completion;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.Hit;
import ibid.verify.EvidenceFinder;
import ibid.verify.EvidenceFinder.CheckedSentence;
import ibid.verify.Verifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Repairs a model's sentence that its passages do not support. It tries in order: the passages the model names, other
 * retrieved passages, one rewrite by the model that is told the error, and the article's own sentence instead. A
 * sentence without support after that is dropped. One instance per answer.
 */
final class SentenceRepair {

    private static final int MAX_OTHER_PASSAGES = 4;
    private static final int MAX_REWRITES = 2; // per answer: each is a call of the model

    /** Share of a sentence's terms that an article's sentence must have to replace it. */
    private static final double MIN_SHARED_TO_REPLACE = 0.5;

    private static final double MIN_SHARED_TO_REWRITE = MIN_SHARED_TO_REPLACE / 2;

    private final EvidenceFinder finder;
    private final Verifier verifier;
    private final Llm llm;
    private final Prompt prompt;
    private final String question;
    private final List<Hit> hits;
    private int rewritesLeft;
    private Completion.Usage usage = Completion.Usage.NONE;

    /** @param mayRewrite false for a model so slow that the reader would wait for its rewrites */
    SentenceRepair(Verifier verifier, Llm llm, Prompt prompt, WritingTask task, boolean mayRewrite) {
        this.finder = new EvidenceFinder(verifier);
        this.verifier = verifier;
        this.llm = llm;
        this.prompt = prompt;
        this.question = task.question();
        this.hits = task.together().hits();
        this.rewritesLeft = mayRewrite ? MAX_REWRITES : 0;
    }

    Completion.Usage usage() {
        return usage;
    }

    /** @param byModel whether the model wrote it, rather than the article */
    record Repaired(CheckedSentence checked, boolean byModel) {}

    /** @param named the passages that the model gave for it */
    Optional<Repaired> repaired(String text, List<Hit> named) {
        Optional<CheckedSentence> own = finder.bestEvidence(text, named);
        if (holds(own)) {
            return byModel(own.get());
        }
        Optional<CheckedSentence> other = finder.bestEvidence(text, otherHits(named));
        if (holds(other) && !isMuchNearer(own, other.get())) {
            return byModel(other.get());
        }
        Optional<CheckedSentence> nearest = nearest(own, other);
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        Optional<CheckedSentence> rewritten = rewritten(text, nearest.get());
        if (holds(rewritten)) {
            return byModel(rewritten.get());
        }
        return replaced(nearest.get()).map(sentence -> new Repaired(sentence, false));
    }

    private List<Hit> otherHits(List<Hit> named) {
        return hits.stream()
                .filter(hit -> !named.contains(hit))
                .limit(MAX_OTHER_PASSAGES)
                .toList();
    }

    private static Optional<Repaired> byModel(CheckedSentence sentence) {
        return Optional.of(new Repaired(sentence, true));
    }

    private static boolean holds(Optional<CheckedSentence> sentence) {
        return sentence.isPresent() && sentence.get().holds();
    }

    private static boolean isMuchNearer(Optional<CheckedSentence> own, CheckedSentence other) {
        return own.isPresent() && own.get().isMuchNearerThan(other);
    }

    private static Optional<CheckedSentence> nearest(Optional<CheckedSentence> own, Optional<CheckedSentence> other) {
        if (own.isEmpty() || other.isEmpty()) {
            return own.or(() -> other);
        }
        return other.get().shared() > own.get().shared() ? other : own;
    }

    /** The model's rewrite of the sentence; the prompt says what is wrong. */
    private Optional<CheckedSentence> rewritten(String text, CheckedSentence nearest) {
        if (nearest.shared() < MIN_SHARED_TO_REWRITE || rewritesLeft == 0) {
            return Optional.empty();
        }
        rewritesLeft--;
        Hit hit = nearest.sentence().citations().getFirst().hit();
        String reason = nearest.verdicts().getFirst().reason();
        Map<String, String> inputs =
                Map.of("sentence", text, "reason", reason, "passage", PassageSheet.sanitise(hit, question));
        ShortCompletion reply = ShortCompletion.of(llm, prompt.fill(inputs));
        usage = usage.plus(reply.usage());
        if (reply.text().isEmpty() || reply.text().equals(text)) {
            return Optional.empty();
        }
        return finder.bestEvidence(reply.text(), List.of(hit));
    }

    /** The article's own sentence, if it is about the same thing. */
    private Optional<CheckedSentence> replaced(CheckedSentence nearest) {
        if (nearest.shared() < MIN_SHARED_TO_REPLACE) {
            return Optional.empty();
        }
        Citation citation = nearest.sentence().citations().getFirst();
        List<Span> sentences = citation.hit().passage().sentences().stream()
                .filter(citation.quote()::contains)
                .toList();
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        Span best = nearest(nearest.sentence().text(), sentences, citation.hit());
        DraftSentence quoted = QuotedSentence.of(citation.hit(), best);
        CheckedSentence sentence = new CheckedSentence(quoted, verifier.check(quoted), nearest.shared());
        return sentence.holds() ? Optional.of(sentence) : Optional.empty();
    }

    /** The sentence that shares most terms with a text; the first if several do. */
    private static Span nearest(String text, List<Span> sentences, Hit hit) {
        Span best = sentences.getFirst();
        double mostShared = -1;
        for (Span sentence : sentences) {
            double shared = EvidenceFinder.shared(text, hit.article().text().slice(sentence));
            if (shared <= mostShared) {
                continue;
            }
            mostShared = shared;
            best = sentence;
        }
        return best;
    }
}
