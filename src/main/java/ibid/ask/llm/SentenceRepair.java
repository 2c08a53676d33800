package ibid.ask.llm;

import ibid.answer.extract.QuotedSentence;
import ibid.answer.llm.PassageSheet;
import ibid.model.Completion.Usage;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.Hit;
import ibid.verify.EvidenceFinder;
import ibid.verify.EvidenceFinder.Footed;
import ibid.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes what a model wrote fit to be shown: the sentence on the passages it names; on others that were found; written anew, once, with what is
 * wrong; or else the article's own sentence in its place. What none of this makes true is dropped. One use each.
 */
final class SentenceRepair {

    private static final int OTHERS = 4;
    private static final int REWRITES = 2; // of an answer: each is a call of the model
    private static final double ABOUT_THE_SAME =
            0.5; // share of a sentence's terms in the article's, for that to be put in its place

    private final EvidenceFinder footing;
    private final Verifier verifier;
    private final Llm llm;
    private final Prompt prompt;
    private final List<Hit> hits;
    private int rewrites;
    private Usage usage = Usage.NONE;

    SentenceRepair(EvidenceFinder footing, Verifier verifier, Llm llm, Prompt prompt, List<Hit> hits) {
        this.footing = footing;
        this.verifier = verifier;
        this.llm = llm;
        this.prompt = prompt;
        this.hits = List.copyOf(hits);
    }

    Usage usage() {
        return usage;
    }

    /** @param written whether the model wrote it, rather than the article */
    record Fitted(Footed footed, boolean written) {}

    /** @param named the passages that the model gave for it */
    Optional<Fitted> fit(String text, List<Hit> named) {
        Optional<Footed> own = footing.of(text, named);
        if (holds(own)) return fitted(own, true);
        List<Hit> others =
                hits.stream().filter(hit -> !named.contains(hit)).limit(OTHERS).toList();
        Optional<Footed> other = footing.of(text, others);
        if (holds(other) && !own.map(near -> near.outdoes(other.get())).orElse(false)) return fitted(other, true);
        Optional<Footed> nearest = better(own, other);
        if (nearest.isEmpty()) return Optional.empty();
        Optional<Footed> anew = rewritten(text, nearest.get());
        return holds(anew) ? fitted(anew, true) : fitted(softened(nearest.get()), false);
    }

    private static Optional<Fitted> fitted(Optional<Footed> footed, boolean written) {
        return footed.map(one -> new Fitted(one, written));
    }

    private static boolean holds(Optional<Footed> footed) {
        return footed.isPresent() && footed.get().holds();
    }

    private static Optional<Footed> better(Optional<Footed> own, Optional<Footed> other) {
        if (own.isEmpty() || other.isEmpty()) return own.or(() -> other);
        return other.get().shared() > own.get().shared() ? other : own;
    }

    private Optional<Footed> rewritten(String text, Footed nearest) {
        if (nearest.shared() < ABOUT_THE_SAME / 2 || rewrites++ >= REWRITES) return Optional.empty();
        Hit hit = nearest.sentence().citations().getFirst().hit();
        ShortCompletion anew = ShortCompletion.of(
                llm,
                prompt.fill(Map.of(
                        "sentence",
                        text,
                        "reason",
                        nearest.verdicts().getFirst().reason(),
                        "passage",
                        PassageSheet.told(hit))));
        usage = usage.plus(anew.usage());
        return anew.text().isEmpty() || anew.text().equals(text)
                ? Optional.empty()
                : footing.of(anew.text(), List.of(hit));
    }

    /** The article's own sentence, where it is about the same. */
    private Optional<Footed> softened(Footed nearest) {
        if (nearest.shared() < ABOUT_THE_SAME) return Optional.empty();
        var citation = nearest.sentence().citations().getFirst();
        var inside = citation.hit().passage().sentences().stream()
                .filter(citation.quote()::contains)
                .toList();
        if (inside.isEmpty()) return Optional.empty();
        List<String> texts = new ArrayList<>();
        inside.forEach(span -> texts.add(citation.hit().article().text().slice(span)));
        int best = 0;
        for (int i = 1; i < inside.size(); i++)
            if (EvidenceFinder.shared(nearest.sentence().text(), texts.get(i))
                    > EvidenceFinder.shared(nearest.sentence().text(), texts.get(best))) best = i;
        var verbatim = QuotedSentence.of(citation.hit(), inside.get(best));
        return Optional.of(new Footed(verbatim, verifier.check(verbatim), nearest.shared()))
                .filter(Footed::holds);
    }
}
