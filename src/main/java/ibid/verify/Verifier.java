package ibid.verify;

import ibid.answer.Citation;
import ibid.answer.DraftSentence;
import ibid.language.Language;
import ibid.language.Span;
import ibid.model.EntailmentModel;
import ibid.model.LogisticModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks claims against their cited words: compares words exactly, judges meaning with the model, and combines both in
 * one probability. Threads may share it.
 */
public final class Verifier {

    /** Weights of the signals with and without the model, fitted by {@code FitChecker} in src/bench. */
    private static final LogisticModel<SupportSignal> WITH_MODEL =
            LogisticModel.read(SupportSignal.class, "checking.tsv");

    private static final LogisticModel<SupportSignal> WITHOUT_MODEL =
            LogisticModel.read(SupportSignal.class, "checking-without-model.tsv");

    private static final double MIN_FULL = 0.5; // eval/journal.md, "Checking"
    private static final double MIN_PARTIAL = 0.25;
    private static final double MAX_LOG_ODDS = 7;
    private static final double MIN_CONTRADICTED = 0.5; // the model's probability
    private static final double SMALLEST_PROBABILITY = 1e-9;

    private static final Verdict LITERAL =
            new Verdict(Support.FULL, false, 1, ExactChecks.PASSED, List.of(), "these are the article's own words");
    private static final Set<String> MODEL_LANGUAGES = Set.of("en", "");
    private static final String WORDS_ONLY = " (not English: words, numbers, names and dates alone were compared)";
    private static final ExactChecks ALL_BUT_NAMES = new ExactChecks(true, true, false, true, true);

    private final Optional<EntailmentModel> model;

    public Verifier(EntailmentModel model) {
        this.model = Optional.of(model);
    }

    /** A verifier that only compares words. */
    public Verifier() {
        this.model = Optional.empty();
    }

    /**
     * Uses the model once, if there is one.
     *
     * @throws ibid.IbidException MODEL_UNAVAILABLE if it does not load
     */
    public void requireModel() {
        model.ifPresent(entailment -> entailment.check("Ten ships came.", "Two ships came."));
    }

    /** A verdict for each of the sentence's citations, in their order. */
    public List<Verdict> check(DraftSentence sentence) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Citation citation : sentence.citations()) {
            verdicts.add(isInArticle(citation) ? check(sentence, citation) : notInArticle(sentence.text()));
        }
        return verdicts;
    }

    private Verdict check(DraftSentence sentence, Citation citation) {
        List<Span> unknown = unknownBrackets(sentence.text(), citation);
        return check(sentence.text(), Claim.of(sentence.text(), citation), unknown);
    }

    private static Verdict notInArticle(String sentence) {
        Span all = new Span(0, sentence.codePointCount(0, sentence.length()));
        String reason = "the quoted words are not in the article";
        return new Verdict(Support.NONE, false, 0, ExactChecks.FAILED, List.of(all), reason);
    }

    /** A verdict on a claim with one text, or several that support it together. */
    public Verdict check(String claim, List<String> evidence) {
        return check(claim, Claim.of(claim.strip(), String.join("\n", evidence)), List.of());
    }

    /** @param unknown names in brackets, added by the writer, that the article does not contain */
    private Verdict check(String sentence, Claim claim, List<Span> unknown) {
        if (claim.isLiteral()) {
            return unknown.isEmpty() ? LITERAL : literalButForName(unknown);
        }
        ExactComparison.Result exact = ExactComparison.of(claim);
        Optional<EntailmentModel.Probabilities> read = read(claim.text(), claim.evidence());
        double score = probability(claim, read);
        boolean contradicted = exact.isContradicted() || contradicts(read) && score < MIN_FULL;
        ExactChecks checks = checks(exact, unknown.isEmpty());
        boolean complete = checks.all() && exact.holds(Finding.Kind.ADDITION);
        Support support = contradicted ? Support.NONE : support(score, complete);
        double shown = support == Support.FULL ? score : Math.min(score, limit(contradicted));
        List<Span> unsupported = unsupported(sentence, claim, exact, support);
        unsupported.addAll(unknown);
        unsupported.sort(Comparator.comparingInt(Span::start));
        String reason = reason(support, contradicted, exact) + (isForeign(claim) ? WORDS_ONLY : "");
        return new Verdict(support, contradicted, shown, checks, unsupported, reason);
    }

    private static boolean isForeign(Claim claim) {
        return isForeign(claim.text(), claim.evidence());
    }

    private static double probability(Claim claim, Optional<EntailmentModel.Probabilities> read) {
        return (read.isPresent() ? WITH_MODEL : WITHOUT_MODEL).probability(signals(claim, read));
    }

    private static List<Span> unsupported(String sentence, Claim claim, ExactComparison.Result exact, Support support) {
        return new ArrayList<>(new UnsupportedWords(sentence, claim).find(exact.findings(), support));
    }

    private static Verdict literalButForName(List<Span> unknown) {
        String reason = "the name in brackets is not in the article";
        return new Verdict(Support.PARTIAL, false, MIN_PARTIAL, ALL_BUT_NAMES, unknown, reason);
    }

    /** Maximum score of a claim without full support. */
    private static double limit(boolean contradicted) {
        return contradicted ? MIN_PARTIAL / 2 : MIN_FULL;
    }

    private static boolean contradicts(Optional<EntailmentModel.Probabilities> read) {
        return read.isPresent() && read.get().contradicted() > MIN_CONTRADICTED;
    }

    private static ExactChecks checks(ExactComparison.Result exact, boolean named) {
        return new ExactChecks(
                exact.holds(Finding.Kind.QUOTE),
                exact.holds(Finding.Kind.NUMBER),
                named && exact.holds(Finding.Kind.NAME),
                exact.holds(Finding.Kind.DATE),
                exact.holds(Finding.Kind.NEGATION) && exact.holds(Finding.Kind.MODALITY));
    }

    private static Support support(double score, boolean complete) {
        if (score >= MIN_FULL && complete) {
            return Support.FULL;
        }
        return score >= MIN_PARTIAL ? Support.PARTIAL : Support.NONE;
    }

    private static String reason(Support support, boolean contradicted, ExactComparison.Result exact) {
        if (support != Support.FULL && !exact.findings().isEmpty()) {
            return exact.findings().getFirst().reason();
        }
        return switch (support) {
            case FULL -> "the quoted words support it";
            case PARTIAL -> "the quoted words support a part of it";
            case NONE -> contradicted ? "the quoted words say otherwise" : "the quoted words do not say it";
        };
    }

    /** The model's judgement; empty if there is no model or it cannot read the language. */
    private Optional<EntailmentModel.Probabilities> read(String claim, String evidence) {
        if (isForeign(claim, evidence)) {
            return Optional.empty();
        }
        return model.map(reader -> reader.check(claim, EvidenceWindow.to(claim, evidence)));
    }

    /** Whether either is known to be in a language that the model was not trained on; a short text is not. */
    private static boolean isForeign(String claim, String evidence) {
        return !MODEL_LANGUAGES.contains(Language.of(claim)) || !MODEL_LANGUAGES.contains(Language.of(evidence));
    }

    /** The features of a claim and its evidence. Public for {@code FitChecker}. */
    public Map<SupportSignal, Double> signals(String claim, String evidence) {
        return signals(Claim.of(claim, evidence), read(claim, evidence));
    }

    private static Map<SupportSignal, Double> signals(Claim claim, Optional<EntailmentModel.Probabilities> read) {
        Map<SupportSignal, Double> signals = new EnumMap<>(SupportSignal.class);
        read.ifPresent(probabilities -> {
            signals.put(SupportSignal.MODEL_FULL, logOdds(probabilities.full()));
            signals.put(SupportSignal.MODEL_CONTRADICTED, logOdds(probabilities.contradicted()));
        });
        signals.put(SupportSignal.WORDS, TermOverlap.repeatedShare(claim.text(), claim.evidence()));
        return signals;
    }

    private static double logOdds(double probability) {
        double odds = Math.max(probability, SMALLEST_PROBABILITY) / Math.max(1 - probability, SMALLEST_PROBABILITY);
        return Math.clamp(Math.log(odds), -MAX_LOG_ODDS, MAX_LOG_ODDS);
    }

    /** Whether the quoted words are a place in the article's text. */
    private static boolean isInArticle(Citation citation) {
        int length = citation.hit().article().text().length();
        boolean inside = citation.quote().length() > 0 && citation.quote().end() <= length;
        return inside && !citation.words().isBlank();
    }

    /** Names in brackets, added by the writer, that are not in the article. */
    private static List<Span> unknownBrackets(String sentence, Citation citation) {
        String article = citation.hit().article().text().value();
        List<Span> unknown = new ArrayList<>();
        for (String bracket : Claim.brackets(sentence)) {
            if (!article.contains(bracket)) {
                int start = sentence.indexOf("[" + bracket + "]") + 1;
                int from = sentence.codePointCount(0, start);
                unknown.add(new Span(from, from + bracket.codePointCount(0, bracket.length())));
            }
        }
        return unknown;
    }
}
