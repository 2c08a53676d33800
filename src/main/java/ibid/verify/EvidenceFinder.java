package ibid.verify;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.language.PromptInjection;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds for a written sentence the exact words of some passages that carry it: by the words they share, then by checking the nearest. Threads may share it. */
public final class EvidenceFinder {

    private static final int CHECKED = 3; // windows, the nearest by words: one check takes some 10 ms
    private static final int WINDOW = 3; // sentences
    private static final double WIDER = 0.08; // what a further sentence must add to the share of words
    private static final int TOGETHER = 3;
    private static final double FIRM = 0.65,
            FIRM_TOGETHER =
                    0.75; // a false sentence costs more than a missing one: of claims so scored .6 and .8 are borne
    // out, eval/README.md; several texts hold any words
    private static final double OWN_WORDS =
            0.84; // share of a sentence's terms that the article must have: SmolLM2's false sentences mostly bring one
    // word in five, eval/README.md
    private static final double MUCH_NEARER =
            0.15; // in share of words: a sentence with a fact changed shares most with the one it was

    private final Verifier verifier;

    public EvidenceFinder(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * The words a sentence stands on, best first, and how firmly.
     *
     * @param verdicts one for each citation; where two carry it only together, both have the verdict on both
     * @param shared   share of the sentence's terms in the best words, 0 to 1
     */
    public record Footed(DraftSentence sentence, List<Verdict> verdicts, double shared) {

        public Footed {
            verdicts = List.copyOf(verdicts);
        }

        /** Whether the words bear it out so probably that it may be shown. */
        public boolean holds() {
            return firm(verdicts.getFirst(), shared);
        }

        /** Whether these words, which fail it, are so much nearer to the sentence than others that what those say of it does not count. */
        public boolean outdoes(Footed other) {
            return nearer(this, other.shared);
        }
    }

    private static boolean firm(Verdict verdict, double shared) {
        return verdict.support() == Support.FULL
                && verdict.score() >= FIRM
                && (shared >= OWN_WORDS || verdict.score() == 1);
    }

    private static boolean nearer(Footed failed, double shared) {
        return !failed.holds()
                && (failed.verdicts.getFirst().contradicted()
                        ? failed.shared >= shared
                        : failed.shared > shared + MUCH_NEARER);
    }

    /** Some sentences on end of a passage. */
    private record Window(Hit hit, Span span, double shared, double worth) {

        Citation citation() {
            return new Citation(hit, span);
        }
    }

    /** @return empty where there is no passage */
    public Optional<Footed> of(String text, List<Hit> hits) {
        Set<String> terms = new HashSet<>(IndexTerms.of(text));
        List<List<Window>> byHit = hits.stream()
                .map(hit -> windows(terms, hit))
                .filter(windows -> !windows.isEmpty())
                .toList();
        List<Window> nearest = Stream.concat(
                        byHit.stream().map(List::getFirst),
                        byHit.stream()
                                .flatMap(windows -> windows.stream().skip(1).limit(1)))
                .sorted(Comparator.comparingDouble(Window::worth).reversed())
                .limit(CHECKED)
                .toList();
        if (nearest.isEmpty()) return Optional.empty();
        List<Checked> checked = nearest.parallelStream()
                .map(window -> new Checked(
                        window,
                        verifier.check(new DraftSentence(text, List.of(window.citation())))
                                .getFirst()))
                .sorted(Comparator.comparing((Checked one) -> one.verdict().support())
                        .thenComparing(one -> -one.verdict().score()))
                .toList();
        Footed closest = footed(
                text,
                List.of(checked.stream()
                        .max(Comparator.comparingDouble(one -> one.window().worth()))
                        .orElseThrow()));
        List<Checked> full = checked.stream()
                .filter(one -> firm(one.verdict(), one.window().shared())
                        && !nearer(closest, one.window().shared()))
                .toList();
        if (!full.isEmpty()) return Optional.of(footed(text, full));
        if (closest.verdicts().getFirst().contradicted()) return Optional.of(closest);
        List<Window> several =
                byHit.stream().map(List::getFirst).limit(TOGETHER).toList();
        if (several.size() > 1) {
            List<String> words =
                    several.stream().map(window -> window.citation().words()).toList();
            Verdict together = verifier.check(text, words);
            if (firm(together, shared(terms, String.join("\n", words))) && together.score() >= FIRM_TOGETHER)
                return Optional.of(footed(
                        text,
                        several.stream()
                                .map(window -> new Checked(window, together))
                                .toList()));
        }
        return Optional.of(
                firm(checked.getFirst().verdict(), checked.getFirst().window().shared())
                        ? closest
                        : footed(text, checked.subList(0, 1)));
    }

    private record Checked(Window window, Verdict verdict) {}

    /** One footnote an article: the firmest. */
    private static Footed footed(String text, List<Checked> checked) {
        List<Checked> once = new ArrayList<>();
        for (Checked one : checked)
            if (once.stream()
                    .noneMatch(other -> other.window()
                            .hit()
                            .article()
                            .id()
                            .equals(one.window().hit().article().id()))) once.add(one);
        return new Footed(
                new DraftSentence(
                        text, once.stream().map(one -> one.window().citation()).toList()),
                once.stream().map(Checked::verdict).toList(),
                once.getFirst().window().shared());
    }

    /** Nearest first, none wider than what it adds is worth. */
    private static List<Window> windows(Set<String> terms, Hit hit) {
        List<Span> sentences = hit.passage().sentences();
        List<Window> windows = new ArrayList<>();
        for (int from = 0; from < sentences.size(); from++) {
            for (int to = from; to < Math.min(sentences.size(), from + WINDOW); to++) {
                if (PromptInjection.toAModel(hit.article().text().slice(sentences.get(to)))) break;
                Span span = sentences.get(from).to(sentences.get(to));
                double shared = shared(terms, hit.article().text().slice(span));
                windows.add(new Window(hit, span, shared, shared - WIDER * (to - from)));
            }
        }
        windows.sort(Comparator.comparingDouble(Window::worth).reversed());
        return windows;
    }

    /** Share of the one text's terms in the other, 0 to 1. */
    public static double shared(String text, String words) {
        return shared(new HashSet<>(IndexTerms.of(text)), words);
    }

    private static double shared(Set<String> terms, String words) {
        Set<String> told = new HashSet<>(IndexTerms.of(words));
        return terms.isEmpty() ? 0 : terms.stream().filter(told::contains).count() / (double) terms.size();
    }
}
