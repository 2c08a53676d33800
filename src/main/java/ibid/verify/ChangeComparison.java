package ibid.verify;

import ibid.language.Names;
import ibid.language.Polarity;
import ibid.language.Token;
import ibid.language.quantity.Quantity;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares word by word a claim that is nearly a sentence of the evidence: what is denied, exchanged, turned round,
 * left out or added.
 */
final class ChangeComparison {

    private static final int MAX_CHANGE_WORDS = 4; // more are another way of saying it
    private static final int MAX_NAME_CHANGE_WORDS = 12;
    private static final int MAX_OMITTED_WORDS = 2; // where the claim has nothing instead, more are an aside left out
    private static final int MIN_ADDED_WORDS = 4;
    private static final int MIN_NEW_TERMS = 2; // among the words added

    private final Claim claim;
    private final WordAlignment alignment;
    private final boolean numbersHold;
    private final Set<String> knownTerms;
    private final List<Finding> findings = new ArrayList<>();

    /** @param numbersHold whether every number and date of the claim is somewhere in the evidence */
    ChangeComparison(Claim claim, WordAlignment alignment, boolean numbersHold) {
        this.claim = claim;
        this.alignment = alignment;
        this.numbersHold = numbersHold;
        knownTerms = Set.copyOf(IndexTerms.of(claim.evidence() + " " + claim.imprint()));
    }

    List<Finding> compare() {
        if (alignment.isClose()) {
            alignment.changes().forEach(this::compareChange);
            compareOrder();
        }
        alignment.changes().stream().filter(alignment::isCloseBut).forEach(this::compareAddition);
        return findings;
    }

    private void compareChange(WordAlignment.Change change) {
        List<Token> claimed = change.claimed();
        List<Token> evidence = change.evidence();
        if (evidence.size() > MAX_OMITTED_WORDS && claimed.isEmpty()) {
            return;
        }
        if (claimed.size() > MAX_NAME_CHANGE_WORDS || isNegationFound(claimed, evidence)) {
            return;
        }
        compareOpposites(claimed, evidence);
        compareNames(change);
        compareNumbers(claimed, evidence);
        compareHedges(claimed, evidence);
    }

    private boolean isNegationFound(List<Token> claimed, List<Token> evidence) {
        Optional<Token> claimedNegation =
                claimed.stream().filter(Token::isNegation).findFirst();
        boolean evidenceDenies = evidence.stream().anyMatch(Token::isNegation);
        if (claimedNegation.isPresent() == evidenceDenies) {
            return false;
        }
        String without =
                claimedNegation.map(word -> "it without " + quoted(word.text())).orElse("");
        String reason = "the article says " + (evidenceDenies ? quoted(words(evidence)) : without);
        findings.add(Finding.of(Finding.Kind.NEGATION, true, reason));
        return true;
    }

    private void compareOpposites(List<Token> claimed, List<Token> evidence) {
        for (Token word : claimed) {
            evidence.stream()
                    .filter(other -> Polarity.areOpposites(word.key(), other.key()))
                    .findFirst()
                    .ifPresent(other -> contradict(Finding.Kind.NEGATION, quoted(other.text()), quoted(word.text())));
        }
    }

    private void compareHedges(List<Token> claimed, List<Token> evidence) {
        boolean weakened = evidence.stream().anyMatch(Token::isHedge);
        if (!weakened || claimed.stream().anyMatch(Token::isHedge) || evidence.size() > MAX_CHANGE_WORDS) {
            return;
        }
        String instead = claimed.isEmpty() ? "" : ", not " + quoted(words(claimed));
        String reason = "the article says " + quoted(words(evidence)) + instead;
        findings.add(Finding.of(Finding.Kind.MODALITY, false, reason));
    }

    /**
     * Words that are elsewhere in the claim, in another order: "Xi presented the plan" is not "the plan presented Xi".
     */
    private void compareOrder() {
        for (WordAlignment.Change added : alignment.changes()) {
            boolean names = !names(added.claimed(), false).isEmpty();
            if (added.claimed().size() < 2 || !added.evidence().isEmpty() || !names) {
                continue;
            }
            alignment.changes().stream()
                    .filter(omitted -> omitted.claimed().isEmpty() && isReordered(omitted.evidence(), added.claimed()))
                    .findFirst()
                    .ifPresent(omitted -> contradict(
                            Finding.Kind.NAME, quoted(words(omitted.evidence())), quoted(words(added.claimed()))));
        }
    }

    private static boolean isReordered(List<Token> one, List<Token> other) {
        List<String> first = keys(one);
        List<String> second = keys(other);
        return !first.equals(second)
                && first.stream()
                        .sorted()
                        .toList()
                        .equals(second.stream().sorted().toList());
    }

    private static List<String> keys(List<Token> words) {
        Set<String> articles = Set.of("the", "a", "an");
        return words.stream()
                .map(Token::key)
                .filter(key -> !articles.contains(key))
                .toList();
    }

    /** A clause that the claim alone has, of words that are nowhere in the evidence. */
    private void compareAddition(WordAlignment.Change change) {
        List<Token> claimed = change.claimed();
        if (claimed.size() < MIN_ADDED_WORDS || change.evidence().size() > 1) {
            return;
        }
        long terms = IndexTerms.of(withoutDates(words(claimed))).stream()
                .filter(term -> !knownTerms.contains(term) && !Character.isDigit(term.charAt(0)))
                .count();
        if (terms >= MIN_NEW_TERMS) {
            findings.add(Finding.absent(Finding.Kind.ADDITION, quoted(words(claimed))));
        }
    }

    private static String withoutDates(String words) {
        String bare = words;
        for (Timex timex : TemporalTagger.tag(words)) {
            if (timex.isWritten()) {
                bare = bare.replace(timex.words(), " ");
            }
        }
        return bare;
    }

    private void compareNames(WordAlignment.Change change) {
        List<Token> claimed = names(change.claimed(), change.opens());
        List<Token> evidence = names(change.evidence(), change.opens());
        if (claimed.isEmpty()) {
            return;
        }
        boolean pronoun =
                !change.evidence().isEmpty() && change.evidence().getLast().isPronoun();
        if (pronoun) {
            compareAntecedent(words(claimed));
        }
        if (evidence.isEmpty() || change.evidence().size() > MAX_NAME_CHANGE_WORDS) {
            return;
        }
        if (!isSameName(words(claimed), words(evidence))) {
            contradict(Finding.Kind.NAME, words(evidence), words(claimed));
        }
    }

    private static boolean isSameName(String one, String other) {
        if (NameComparison.acronyms(other).contains(" " + one + " ")) {
            return true;
        }
        if (NameComparison.acronyms(one).contains(" " + other + " ")) {
            return true;
        }
        Set<String> terms = new HashSet<>(IndexTerms.of(other));
        return IndexTerms.of(one).stream().anyMatch(terms::contains);
    }

    /** The article has a pronoun there; whom it means may be outside the quoted words, and must be in them. */
    private void compareAntecedent(String name) {
        if (!knownTerms.containsAll(IndexTerms.of(name))) {
            findings.add(Finding.absent(Finding.Kind.NAME, name));
        }
    }

    private static List<Token> names(List<Token> words, boolean opens) {
        List<Token> names = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Token word = words.get(at);
            boolean name = word.isCapitalised() && !Names.isCommon(word.key());
            boolean maybeOpening = opens && at == 0;
            if (name && (!maybeOpening || Names.in("x " + word.text()).size() == 1)) {
                names.add(word);
            }
        }
        return names;
    }

    /** Numbers that are in the evidence, but elsewhere. */
    private void compareNumbers(List<Token> claimed, List<Token> evidence) {
        Optional<Token> one = claimed.stream().filter(Token::isNumber).findFirst();
        Optional<Token> other = evidence.stream().filter(Token::isNumber).findFirst();
        if (one.isEmpty() || other.isEmpty() || !numbersHold) {
            return;
        }
        List<Quantity> given = Quantity.in(words(evidence));
        boolean same = Quantity.in(words(claimed)).stream()
                .anyMatch(quantity -> given.stream().anyMatch(quantity::isGivenBy));
        if (!same) {
            contradict(Finding.Kind.NUMBER, other.get().text(), one.get().text());
        }
    }

    private void contradict(Finding.Kind kind, String evidence, String claimed) {
        findings.add(Finding.contradicted(kind, evidence, claimed));
    }

    private static String quoted(String words) {
        return "“" + words + "”";
    }

    private static String words(List<Token> words) {
        return words.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
