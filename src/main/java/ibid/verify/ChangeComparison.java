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
 * Compares a claim word by word with a nearly equal sentence of the evidence: detects negations, replacements, swaps,
 * omissions and additions.
 */
final class ChangeComparison {

    private static final int MAX_CHANGE_WORDS = 4; // more is another wording
    private static final int MAX_NAME_CHANGE_WORDS = 12;
    private static final int MAX_OMITTED_WORDS = 2; // if the claim has nothing instead; more is an omitted aside
    private static final int MIN_ADDED_WORDS = 4;
    private static final int MIN_NEW_TERMS = 2; // among the words added

    private final Claim claim;
    private final WordAlignment alignment;
    private final boolean numbersHold;
    private final Set<String> knownTerms;
    private final List<Finding> findings = new ArrayList<>();

    /** @param numbersHold whether every number and date of the claim is in the evidence */
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
        if (claimedNegation.isPresent() == evidence.stream().anyMatch(Token::isNegation)) {
            return false;
        }
        String stated =
                claimedNegation.map(word -> "it without " + quoted(word.text())).orElseGet(() -> quoted(evidence));
        String negation = claimedNegation.map(Token::text).orElse("");
        findings.add(Finding.of(Finding.Kind.NEGATION, true, negation, "the article says " + stated));
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
        String instead = claimed.isEmpty() ? "" : ", not " + quoted(claimed);
        String reason = "the article says " + quoted(evidence) + instead;
        findings.add(Finding.of(Finding.Kind.MODALITY, false, words(claimed), reason));
    }

    /**
     * Detects words that are elsewhere in the claim, in another order: "Xi presented the plan" is not "the plan
     * presented Xi".
     */
    private void compareOrder() {
        for (WordAlignment.Change added : alignment.changes()) {
            if (addsNames(added)) {
                alignment.changes().stream()
                        .filter(omitted -> isReordered(omitted, added))
                        .findFirst()
                        .ifPresent(omitted -> contradictOrder(omitted, added));
            }
        }
    }

    private static boolean addsNames(WordAlignment.Change change) {
        boolean adds = change.claimed().size() > 1 && change.evidence().isEmpty();
        return adds && !names(change.claimed(), false).isEmpty();
    }

    private void contradictOrder(WordAlignment.Change omitted, WordAlignment.Change added) {
        contradict(Finding.Kind.NAME, quoted(omitted.evidence()), quoted(added.claimed()));
    }

    private static boolean isReordered(WordAlignment.Change omitted, WordAlignment.Change added) {
        List<String> first = keys(omitted.evidence());
        List<String> second = keys(added.claimed());
        if (!omitted.claimed().isEmpty() || first.equals(second)) {
            return false;
        }
        List<String> sorted = first.stream().sorted().toList();
        return sorted.equals(second.stream().sorted().toList());
    }

    private static List<String> keys(List<Token> words) {
        Set<String> articles = Set.of("the", "a", "an");
        return words.stream()
                .map(Token::key)
                .filter(key -> !articles.contains(key))
                .toList();
    }

    /** A clause that only the claim has, of words that are not in the evidence. */
    private void compareAddition(WordAlignment.Change change) {
        List<Token> claimed = change.claimed();
        if (claimed.size() < MIN_ADDED_WORDS || change.evidence().size() > 1) {
            return;
        }
        List<String> terms = IndexTerms.of(withoutDates(words(claimed)));
        if (terms.stream().filter(this::isNew).count() >= MIN_NEW_TERMS) {
            findings.add(Finding.absent(Finding.Kind.ADDITION, quoted(claimed)));
        }
    }

    private boolean isNew(String term) {
        return !knownTerms.contains(term) && !Character.isDigit(term.charAt(0));
    }

    private static String withoutDates(String words) {
        String withoutDates = words;
        for (Timex timex : TemporalTagger.tag(words)) {
            if (timex.isWritten()) {
                withoutDates = withoutDates.replace(timex.words(), " ");
            }
        }
        return withoutDates;
    }

    private void compareNames(WordAlignment.Change change) {
        List<Token> claimed = names(change.claimed(), change.opens());
        List<Token> evidence = names(change.evidence(), change.opens());
        if (claimed.isEmpty()) {
            return;
        }
        if (change.endsInPronoun()) {
            compareAntecedent(words(claimed));
        }
        boolean named = !evidence.isEmpty() && change.evidence().size() <= MAX_NAME_CHANGE_WORDS;
        if (named && !isSameName(words(claimed), words(evidence))) {
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

    /** The article has a pronoun there. The name it refers to may be outside the quoted words, but must be in them. */
    private void compareAntecedent(String name) {
        if (!knownTerms.containsAll(IndexTerms.of(name))) {
            findings.add(Finding.absent(Finding.Kind.NAME, name));
        }
    }

    private static List<Token> names(List<Token> words, boolean opens) {
        List<Token> names = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            if (isName(words.get(at), opens && at == 0)) {
                names.add(words.get(at));
            }
        }
        return names;
    }

    private static boolean isName(Token word, boolean opensSentence) {
        if (!word.isCapitalised() || Names.isCommon(word.key())) {
            return false;
        }
        return !opensSentence || Names.in("x " + word.text()).size() == 1;
    }

    /** Numbers that are in the evidence, but elsewhere. */
    private void compareNumbers(List<Token> claimed, List<Token> evidence) {
        Optional<Token> one = firstNumber(claimed);
        Optional<Token> other = firstNumber(evidence);
        if (one.isEmpty() || other.isEmpty() || !numbersHold) {
            return;
        }
        if (!haveSameQuantity(words(claimed), words(evidence))) {
            contradict(Finding.Kind.NUMBER, other.get().text(), one.get().text());
        }
    }

    private static Optional<Token> firstNumber(List<Token> words) {
        return words.stream().filter(Token::isNumber).findFirst();
    }

    private static boolean haveSameQuantity(String claimed, String evidence) {
        List<Quantity> given = Quantity.in(evidence);
        return Quantity.in(claimed).stream().anyMatch(quantity -> given.stream().anyMatch(quantity::isGivenBy));
    }

    private void contradict(Finding.Kind kind, String evidence, String claimed) {
        findings.add(Finding.contradicted(kind, evidence, claimed));
    }

    private static String quoted(List<Token> words) {
        return quoted(words(words));
    }

    private static String quoted(String words) {
        return "“" + words + "”";
    }

    private static String words(List<Token> words) {
        return words.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
