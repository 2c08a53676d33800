package ibid.verify;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.language.injection.ContactDetail;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the words in passages that support a written sentence: selects candidates by shared words, then checks the
 * nearest ones. Threads may share it.
 */
public final class EvidenceFinder {

    private static final int MAX_CHECKED_WINDOWS = 3; // one check takes about 10 ms
    private static final int MAX_PASSAGES_TOGETHER = 3;
    // a false sentence costs more than a missing one: of claims so scored .5 and .66 are supported in other sets,
    // FitChecker
    private static final double MIN_SCORE = 0.65;
    private static final double MIN_SCORE_TOGETHER = 0.75; // several texts hold any words
    // SmolLM2's false sentences mostly bring one word in five, eval/journal.md
    private static final double MIN_SHARED_TERMS = 0.84;
    // in share of words: a sentence with a fact changed shares most with the one it was
    private static final double MIN_LEAD_IN_SHARED_TERMS = 0.15;

    private final Verifier verifier;

    public EvidenceFinder(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * A sentence with its supporting citations, best first, and their verdicts.
     *
     * @param verdicts one for each citation; two that support it only together have the same verdict
     * @param shared   share of the sentence's terms in the best words, 0 to 1
     */
    public record CheckedSentence(DraftSentence sentence, List<Verdict> verdicts, double shared) {

        public CheckedSentence {
            verdicts = List.copyOf(verdicts);
        }

        /** Whether the support is probable enough to show the sentence. */
        public boolean holds() {
            return isFirm(verdicts.getFirst(), shared);
        }

        /**
         * Whether these words, which do not support the sentence, are so much nearer to it than other words that the
         * support of the others does not count.
         */
        public boolean isMuchNearerThan(CheckedSentence other) {
            return isNearerThan(other.shared);
        }

        private boolean isNearerThan(double otherShared) {
            if (holds()) {
                return false;
            }
            return isContradicted() ? shared >= otherShared : shared > otherShared + MIN_LEAD_IN_SHARED_TERMS;
        }

        private boolean isContradicted() {
            return verdicts.getFirst().contradicted();
        }
    }

    private record CheckedWindow(PassageWindow window, Verdict verdict) {

        boolean isFirm() {
            return EvidenceFinder.isFirm(verdict, window.shared());
        }
    }

    static boolean isFirm(Verdict verdict, double shared) {
        boolean probable = verdict.support() == Support.FULL && verdict.score() >= MIN_SCORE;
        return probable && (shared >= MIN_SHARED_TERMS || verdict.score() == 1);
    }

    /** @return empty if there is no passage */
    public Optional<CheckedSentence> bestEvidence(String text, List<Hit> hits) {
        Set<String> terms = TermOverlap.terms(text);
        boolean withContacts = !ContactDetail.in(text).isEmpty();
        List<List<PassageWindow>> byHit = new ArrayList<>();
        for (Hit hit : hits) {
            List<PassageWindow> windows = PassageWindow.of(terms, hit, withContacts);
            if (!windows.isEmpty()) {
                byHit.add(windows);
            }
        }
        return byHit.isEmpty() ? Optional.empty() : Optional.of(best(text, byHit));
    }

    private CheckedSentence best(String text, List<List<PassageWindow>> byHit) {
        List<CheckedWindow> checked = check(text, nearest(byHit));
        CheckedSentence closest = checkedSentence(text, List.of(closest(checked)));
        List<CheckedWindow> supporting = supporting(checked, closest);
        if (!supporting.isEmpty()) {
            return checkedSentence(text, supporting);
        }
        if (closest.isContradicted()) {
            return closest;
        }
        CheckedWindow first = checked.getFirst();
        return checkTogether(text, byHit)
                .orElseGet(() -> first.isFirm() ? closest : checkedSentence(text, List.of(first)));
    }

    private static List<CheckedWindow> supporting(List<CheckedWindow> checked, CheckedSentence closest) {
        return checked.stream()
                .filter(one ->
                        one.isFirm() && !closest.isNearerThan(one.window().shared()))
                .toList();
    }

    /** The nearest of the best two windows of each passage. */
    private static List<PassageWindow> nearest(List<List<PassageWindow>> byHit) {
        List<PassageWindow> windows = new ArrayList<>();
        byHit.forEach(ofHit -> windows.add(ofHit.getFirst()));
        for (List<PassageWindow> ofHit : byHit) {
            if (ofHit.size() > 1) {
                windows.add(ofHit.get(1));
            }
        }
        windows.sort(PassageWindow.NEAREST_FIRST);
        return windows.subList(0, Math.min(MAX_CHECKED_WINDOWS, windows.size()));
    }

    private List<CheckedWindow> check(String text, List<PassageWindow> windows) {
        return windows.parallelStream()
                .map(window -> new CheckedWindow(window, check(text, window)))
                .sorted(Comparator.comparing(
                                (CheckedWindow one) -> one.verdict().support())
                        .thenComparing(one -> -one.verdict().score()))
                .toList();
    }

    private Verdict check(String text, PassageWindow window) {
        DraftSentence sentence = new DraftSentence(text, List.of(window.citation()));
        return verifier.check(sentence).getFirst();
    }

    private static CheckedWindow closest(List<CheckedWindow> checked) {
        return checked.stream()
                .max(Comparator.comparingDouble(one -> one.window().weight()))
                .orElseThrow();
    }

    /** The nearest words of several passages, if they support the sentence only together. */
    private Optional<CheckedSentence> checkTogether(String text, List<List<PassageWindow>> byHit) {
        List<PassageWindow> several =
                byHit.stream().map(List::getFirst).limit(MAX_PASSAGES_TOGETHER).toList();
        if (several.size() < 2) {
            return Optional.empty();
        }
        List<String> words =
                several.stream().map(window -> window.citation().words()).toList();
        Verdict verdict = verifier.check(text, words);
        boolean firm = isFirm(verdict, shared(text, String.join("\n", words)));
        return firm && verdict.score() >= MIN_SCORE_TOGETHER
                ? Optional.of(checkedSentence(text, several, verdict))
                : Optional.empty();
    }

    private static CheckedSentence checkedSentence(String text, List<PassageWindow> windows, Verdict verdict) {
        return checkedSentence(
                text,
                windows.stream()
                        .map(window -> new CheckedWindow(window, verdict))
                        .toList());
    }

    /** One footnote for each article, the one with the best support. */
    private static CheckedSentence checkedSentence(String text, List<CheckedWindow> checked) {
        List<CheckedWindow> once = oncePerArticle(checked);
        List<Citation> citations =
                once.stream().map(one -> one.window().citation()).toList();
        List<Verdict> verdicts = once.stream().map(CheckedWindow::verdict).toList();
        double shared = once.getFirst().window().shared();
        return new CheckedSentence(new DraftSentence(text, citations), verdicts, shared);
    }

    private static List<CheckedWindow> oncePerArticle(List<CheckedWindow> checked) {
        List<CheckedWindow> once = new ArrayList<>();
        Set<Object> articles = new HashSet<>();
        for (CheckedWindow one : checked) {
            if (articles.add(one.window().hit().article().id())) {
                once.add(one);
            }
        }
        return once;
    }

    /** Share of the one text's terms in the other, 0 to 1. */
    public static double shared(String text, String words) {
        return TermOverlap.share(TermOverlap.terms(text), words);
    }
}
