package ibid.verify;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.model.EntailmentModel;
import ibid.model.LogisticModel;
import ibid.search.IndexTerms;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks claims against the words cited for them: exactly where words can be compared, by the model where they cannot,
 * and both weighed into one probability. Threads may share it.
 */
public final class Verifier {

    /** How the signals are weighed with the model and without; {@code FitChecker} in src/bench fits both. */
    private static final LogisticModel<SupportSignal>
            WITH_MODEL = LogisticModel.read(SupportSignal.class, "checking.tsv"),
            WITHOUT = LogisticModel.read(SupportSignal.class, "checking-without-model.tsv");

    private static final double FULL = 0.5, PARTIAL = 0.25; // eval/journal.md, "Checking"
    private static final double MOST_ODDS = 7;
    private static final double CONTRADICTED = 0.5;

    private final Optional<EntailmentModel> checker;

    public Verifier(EntailmentModel checker) {
        this.checker = Optional.of(checker);
    }

    /** One that compares words only. */
    public Verifier() {
        this.checker = Optional.empty();
    }

    /** A verdict for each of the sentence's citations, in their order. */
    public List<Verdict> check(DraftSentence sentence) {
        return sentence.citations().stream()
                .map(citation -> stands(citation)
                        ? check(Claim.of(sentence.text(), citation), added(sentence, citation))
                        : new Verdict(
                                Support.NONE,
                                false,
                                0,
                                new ExactChecks(false, false, false, false, false),
                                "the quoted words do not stand in the article"))
                .toList();
    }

    /** A verdict on any claim beside one text or several that together are to bear it out. */
    public Verdict check(String claim, List<String> evidence) {
        return check(Claim.of(claim.strip(), String.join("\n", evidence)), true);
    }

    /** @param named whether what the writer added in brackets is named in the article */
    private Verdict check(Claim claim, boolean named) {
        if (claim.literal())
            return new Verdict(
                    named ? Support.FULL : Support.PARTIAL,
                    false,
                    named ? 1 : PARTIAL,
                    new ExactChecks(true, true, named, true, true),
                    named ? "these are the article's own words" : "the name in brackets does not stand in the article");
        ExactComparison.Result exact = ExactComparison.of(claim);
        Optional<EntailmentModel.Probabilities> odds = odds(claim.text(), claim.evidence());
        double score = (odds.isPresent() ? WITH_MODEL : WITHOUT).probability(signals(claim, odds));
        ExactChecks checks = new ExactChecks(
                exact.holds(Finding.Kind.QUOTE),
                exact.holds(Finding.Kind.NUMBER),
                named && exact.holds(Finding.Kind.NAME),
                exact.holds(Finding.Kind.DATE),
                exact.holds(Finding.Kind.NEGATION) && exact.holds(Finding.Kind.MODALITY));
        boolean contradicted = exact.denied()
                || odds.map(model -> model.contradicted() > CONTRADICTED).orElse(false) && score < FULL;
        Support support = contradicted
                ? Support.NONE
                : score >= FULL && checks.all() && exact.holds(Finding.Kind.ADDITION)
                        ? Support.FULL
                        : score >= PARTIAL ? Support.PARTIAL : Support.NONE;
        double shown = support == Support.FULL ? score : Math.min(score, contradicted ? PARTIAL / 2 : FULL);
        return new Verdict(support, contradicted, shown, checks, reason(support, contradicted, exact));
    }

    private static String reason(Support support, boolean contradicted, ExactComparison.Result exact) {
        if (support != Support.FULL && !exact.findings().isEmpty())
            return exact.findings().getFirst().reason();
        return switch (support) {
            case FULL -> "the quoted words bear it out";
            case PARTIAL -> "the quoted words bear out a part of it";
            case NONE -> contradicted ? "the quoted words say otherwise" : "the quoted words do not say it";
        };
    }

    private Optional<EntailmentModel.Probabilities> odds(String claim, String evidence) {
        return checker.map(model -> model.check(claim, EvidenceWindow.to(claim, evidence)));
    }

    /** What the weighing sees. Public for {@code FitChecker}. */
    public Map<SupportSignal, Double> signals(String claim, String evidence) {
        return signals(Claim.of(claim, evidence), odds(claim, evidence));
    }

    private static Map<SupportSignal, Double> signals(Claim claim, Optional<EntailmentModel.Probabilities> odds) {
        Map<SupportSignal, Double> signals = new EnumMap<>(SupportSignal.class);
        odds.ifPresent(model -> {
            signals.put(SupportSignal.MODEL_FULL, logOdds(model.full()));
            signals.put(SupportSignal.MODEL_CONTRADICTED, logOdds(model.contradicted()));
        });
        Set<String> told = Set.copyOf(IndexTerms.of(claim.evidence()));
        signals.put(
                SupportSignal.WORDS,
                IndexTerms.of(claim.text()).stream()
                        .mapToInt(term -> told.contains(term) ? 1 : 0)
                        .average()
                        .orElse(0));
        return signals;
    }

    private static double logOdds(double probability) {
        return Math.clamp(
                Math.log(Math.max(probability, 1e-9) / Math.max(1 - probability, 1e-9)), -MOST_ODDS, MOST_ODDS);
    }

    /** A quote is words of the article's text, from a place within it. */
    private static boolean stands(Citation citation) {
        int length = citation.hit().article().text().length();
        return citation.quote().length() > 0
                && citation.quote().end() <= length
                && !citation.words().isBlank();
    }

    /** Whether every name the writer put in brackets stands somewhere in the article. */
    private static boolean added(DraftSentence sentence, Citation citation) {
        String article = citation.hit().article().text().value();
        Set<String> added = new HashSet<>();
        Claim.BRACKETS
                .matcher(sentence.text())
                .results()
                .forEach(found -> added.add(
                        found.group().strip().substring(1, found.group().strip().length() - 1)));
        return added.stream().allMatch(article::contains);
    }
}
