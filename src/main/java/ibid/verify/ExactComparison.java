package ibid.verify;

import ibid.language.Names;
import ibid.language.Token;
import ibid.language.WordLists;
import ibid.language.quantity.Quantity;
import ibid.language.time.CalendarDate;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares a claim with its evidence exactly: numbers, dates, names, and word by word where the claim is nearly a sentence of it. One use each. */
final class ExactComparison {

    private static final Pattern TITLE = Pattern.compile(
            "(?i)^(?:(?:president|prime|minister|chancellor|general|admiral|secretary|senator|king|queen|sir|lord|lady|dr|mr|mrs|ms|prof|professor|colonel|captain|judge|chief|the|foreign|defence|defense|former|pope|prince|princess)\\.? )+");
    private static final Pattern QUOTED = Pattern.compile(
            "[“\"]([^“”\"]+ [^“”\"]+ [^“”\"]+)[”\"]"); // of three words and more; less may be only a manner of speaking
    private static final Pattern SPEAKER = Pattern.compile(
            "^(\\p{Lu}\\p{Ll}+) (?:said|says|argued|argues|warned|wrote|writes|told|called|announced|added|insisted)\\b"); // one word that opens a sentence is else no name
    private static final int SHORT = 4; // words of a gap that is a change
    private static final int ADDED = 4,
            NEWS = 2; // words on end, and of weight among them, that are more than another way of saying it
    private static final int LEFT_OUT =
            2; // where the claim has nothing instead, more words than these are an aside left out

    private final Claim claim;
    private final WordAlignment alignment;
    private final List<Finding> findings = new ArrayList<>();

    private ExactComparison(Claim claim) {
        this.claim = claim;
        alignment = WordAlignment.of(claim.text(), claim.evidence());
    }

    /** @param findings what speaks against the claim, gravest first */
    record Result(List<Finding> findings) {

        boolean holds(Finding.Kind kind) {
            return findings.stream().noneMatch(finding -> finding.kind() == kind);
        }

        /** Whether the claim is a sentence of the evidence with a fact exchanged. */
        boolean denied() {
            return findings.stream().anyMatch(Finding::denies);
        }
    }

    static Result of(Claim claim) {
        ExactComparison exact = new ExactComparison(claim);
        exact.quotations();
        exact.numbers();
        exact.dates();
        if (exact.alignment.close()) exact.alignment.changes().forEach(exact::changed);
        if (exact.alignment.close()) exact.turned();
        exact.alignment.changes().stream().filter(exact.alignment::closeBut).forEach(exact::added);
        exact.names();
        exact.findings.sort((one, other) -> Boolean.compare(other.denies(), one.denies()));
        return new Result(exact.findings.stream().distinct().toList());
    }

    /** What the claim puts in quotation marks must stand there to the letter. */
    private void quotations() {
        String told = plain(claim.evidence());
        QUOTED.matcher(claim.text())
                .results()
                .map(found -> found.group(1))
                .filter(words -> !told.contains(plain(words).replaceAll("[.,;:!?]+$", "")))
                .forEach(words -> findings.add(
                        new Finding(Finding.Kind.QUOTE, false, "the article does not have the words “" + words + "”")));
    }

    private static String plain(String text) {
        return text.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"").replaceAll("\\s+", " ");
    }

    private void numbers() {
        List<Quantity> told = Quantity.in(claim.evidence());
        for (Quantity claimed : Quantity.all(claim.text())) {
            if (claimed.isOne()
                    ? told.stream().noneMatch(claimed::countsSame) || counted(claimed.counted())
                    : told.stream().anyMatch(claimed::isGivenBy)) continue;
            Optional<Quantity> other = told.stream()
                    .filter(claimed::countsSame)
                    .findFirst()
                    .or(() -> told.size() == 1 && alignment.close() ? Optional.of(told.getFirst()) : Optional.empty());
            findings.add(other.map(quantity -> Finding.instead(Finding.Kind.NUMBER, quantity.words(), claimed.words()))
                    .orElseGet(() -> Finding.absent(Finding.Kind.NUMBER, claimed.words())));
        }
    }

    /** Whether the evidence has one of those too, or is about a single one. */
    private boolean counted(String of) {
        return Pattern.compile("(?i)\\b(?:one|an?|the|single|1) " + Pattern.quote(of) + "\\b")
                .matcher(claim.evidence())
                .find();
    }

    private void dates() {
        List<Timex> evidence = new ArrayList<>(TemporalTagger.tag(claim.evidence(), claim.published()));
        evidence.addAll(TemporalTagger.tag(claim.known()));
        evidence.removeIf(timex -> !timex.date().isKnown());
        for (Timex claimed : TemporalTagger.tag(claim.text())) {
            if (!claimed.isWritten() || isGiven(claimed.date(), evidence) || isNumber(claimed.date())) continue;
            Optional<Timex> other = evidence.stream()
                    .filter(timex -> alignment.close() && timex.date().hasPartsOf(claimed.date()))
                    .findFirst();
            findings.add(other.map(timex -> Finding.instead(Finding.Kind.DATE, timex.words(), claimed.words()))
                    .orElseGet(() -> Finding.absent(Finding.Kind.DATE, claimed.words())));
        }
    }

    /** Whether the evidence has the year as a number of something. */
    private boolean isNumber(CalendarDate claimed) {
        if (claimed.month().isPresent() || claimed.year().isEmpty()) return false;
        int year = claimed.year().getAsInt();
        return Quantity.in(claim.evidence()).stream().anyMatch(number -> number.value() == year);
    }

    /** Also where the evidence names day and month, and the year elsewhere: "On 9 April … in 2011". */
    private static boolean isGiven(CalendarDate claimed, List<Timex> evidence) {
        if (evidence.stream().anyMatch(timex -> claimed.isGivenBy(timex.date()))) return true;
        if (claimed.month().isEmpty()) return false;
        boolean day = evidence.stream()
                .anyMatch(timex ->
                        timex.date().year().isEmpty() && claimed.withoutYear().isGivenBy(timex.date()));
        return day && evidence.stream().anyMatch(timex -> timex.date().year().equals(claimed.year()));
    }

    private void names() {
        Set<String> told = new HashSet<>(IndexTerms.of(claim.evidence() + " " + claim.known()));
        String capitals = initials(claim.evidence() + " " + claim.known());
        SPEAKER.matcher(claim.text())
                .results()
                .map(found -> found.group(1))
                .filter(speaker ->
                        !Names.isCommon(speaker.toLowerCase(Locale.ROOT)) && !told.containsAll(IndexTerms.of(speaker)))
                .forEach(speaker -> findings.add(Finding.absent(Finding.Kind.NAME, speaker)));
        for (Names.Name name : Names.in(claim.text(), claim.text() + "\n" + claim.evidence())) {
            List<String> terms = IndexTerms.of(TITLE.matcher(name.text()).replaceFirst(""));
            boolean held = told.containsAll(terms)
                    || surname(name.text(), terms)
                    || capitals.contains(" " + name.text().replace(".", "") + " ")
                    || initials(name.text()).strip().length() > 1
                            && told.contains(initials(name.text()).strip().toLowerCase(Locale.ROOT));
            if (!held
                    && findings.stream()
                            .noneMatch(finding -> finding.kind() == Finding.Kind.NAME
                                    && finding.reason().contains(name.text())))
                findings.add(Finding.absent(Finding.Kind.NAME, name.text()));
        }
    }

    /** Whether the evidence has a person by the surname alone, or with the same first letter before it. */
    private boolean surname(String name, List<String> terms) {
        if (terms.size() < 2 || Names.isBody(name)) return false;
        String last = name.substring(name.lastIndexOf(' ') + 1), first = name.substring(0, 1);
        return Pattern.compile("(?<!\\p{Lu}\\p{L}{1,20}[ -])\\b" + Pattern.quote(last) + "\\b(?! \\p{Lu})|\\b"
                        + Pattern.quote(first) + "[\\p{L}.]* (?:\\p{Lu}[\\p{L}.]* )?" + Pattern.quote(last) + "\\b")
                .matcher(claim.evidence())
                .find();
    }

    /** The first letters of every run of capitalised words: " NATO EU ". */
    private static String initials(String text) {
        return Names.in(text).stream()
                .map(Names.Name::text)
                .filter(name -> name.contains(" "))
                .map(name -> Arrays.stream(name.split("[ -]"))
                        .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                        .map(word -> word.substring(0, 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" ", " ", " "));
    }

    private void changed(WordAlignment.Change change) {
        List<Token> claimed = change.claimed(), told = change.told();
        if (told.size() > LEFT_OUT && claimed.isEmpty()) return;
        if (claimed.size() > 3 * SHORT) return;
        Optional<Token> claimedDenial = claimed.stream().filter(Token::denies).findFirst(),
                toldDenial = told.stream().filter(Token::denies).findFirst();
        if (claimedDenial.isPresent() != toldDenial.isPresent()) {
            findings.add(new Finding(
                    Finding.Kind.NEGATION,
                    true,
                    claimedDenial.isPresent()
                            ? "the article says it without “"
                                    + claimedDenial.get().text() + "”"
                            : "the article says “" + words(told) + "”"));
            return;
        }
        for (Token word : claimed) {
            Optional<Token> opposite = told.stream()
                    .filter(other -> WordLists.opposite(word.key(), other.key()))
                    .findFirst();
            opposite.ifPresent(other -> findings.add(
                    Finding.instead(Finding.Kind.NEGATION, "“" + other.text() + "”", "“" + word.text() + "”")));
        }
        exchangedNames(change);
        exchangedNumbers(claimed, told);
        if (told.stream().anyMatch(Token::weakens)
                && claimed.stream().noneMatch(Token::weakens)
                && told.size() <= SHORT) {
            findings.add(new Finding(
                    Finding.Kind.MODALITY,
                    false,
                    "the article says “" + words(told) + "”"
                            + (claimed.isEmpty() ? "" : ", not “" + words(claimed) + "”")));
        }
    }

    /** Words that stand elsewhere in the claim, and in another order: "Xi presented the plan" is not "the plan presented Xi". */
    private void turned() {
        for (WordAlignment.Change put : alignment.changes()) {
            if (put.claimed().size() < 2
                    || !put.told().isEmpty()
                    || names(put.claimed(), false).isEmpty()) continue;
            alignment.changes().stream()
                    .filter(taken -> taken.claimed().isEmpty()
                            && !keys(taken.told()).equals(keys(put.claimed()))
                            && keys(taken.told()).stream()
                                    .sorted()
                                    .toList()
                                    .equals(keys(put.claimed()).stream()
                                            .sorted()
                                            .toList()))
                    .findFirst()
                    .ifPresent(taken -> findings.add(Finding.instead(
                            Finding.Kind.NAME, "“" + words(taken.told()) + "”", "“" + words(put.claimed()) + "”")));
        }
    }

    private static List<String> keys(List<Token> words) {
        return words.stream()
                .map(Token::key)
                .filter(key -> !key.matches("the|an?"))
                .toList();
    }

    /** A clause that the claim alone has, of words that stand nowhere in the evidence. */
    private void added(WordAlignment.Change change) {
        List<Token> claimed = change.claimed();
        if (claimed.size() < ADDED || change.told().size() > 1) return;
        Set<String> known = Set.copyOf(IndexTerms.of(claim.evidence() + " " + claim.known()));
        if (IndexTerms.of(undated(words(claimed))).stream()
                        .filter(term -> !known.contains(term) && !Character.isDigit(term.charAt(0)))
                        .count()
                >= NEWS) findings.add(Finding.absent(Finding.Kind.ADDITION, "“" + words(claimed) + "”"));
    }

    private void exchangedNames(WordAlignment.Change change) {
        List<Token> claimed = names(change.claimed(), change.opens()), told = names(change.told(), change.opens());
        if (!claimed.isEmpty()
                && !change.told().isEmpty()
                && change.told().getLast().standsForAName()) unnamed(claimed);
        if (claimed.isEmpty() || told.isEmpty() || change.told().size() > 3 * SHORT) return;
        Set<String> terms = new HashSet<>(IndexTerms.of(words(told)));
        boolean shortForm = initials(words(told)).contains(" " + words(claimed) + " ")
                || initials(words(claimed)).contains(" " + words(told) + " ");
        if (shortForm || IndexTerms.of(words(claimed)).stream().anyMatch(terms::contains))
            return; // another form of the name
        findings.add(Finding.instead(Finding.Kind.NAME, words(told), words(claimed)));
    }

    private static String undated(String words) {
        String bare = words;
        for (Timex timex : TemporalTagger.tag(words)) if (timex.isWritten()) bare = bare.replace(timex.words(), " ");
        return bare;
    }

    /** The article has a pronoun there; whom it means may stand outside the quoted words, and must stand in them. */
    private void unnamed(List<Token> names) {
        Set<String> known = Set.copyOf(IndexTerms.of(claim.evidence() + " " + claim.known()));
        if (!known.containsAll(IndexTerms.of(words(names))))
            findings.add(Finding.absent(Finding.Kind.NAME, words(names)));
    }

    private static List<Token> names(List<Token> words, boolean opens) {
        return words.stream()
                .filter(word -> word.capital()
                        && !Names.isCommon(word.key())
                        && (!opens
                                || words.indexOf(word) > 0
                                || Names.in("x " + word.text()).size() == 1))
                .toList();
    }

    /** Numbers that stand in the evidence, but elsewhere. */
    private void exchangedNumbers(List<Token> claimed, List<Token> told) {
        Optional<Token> here = claimed.stream().filter(Token::number).findFirst(),
                there = told.stream().filter(Token::number).findFirst();
        if (here.isEmpty()
                || there.isEmpty()
                || !findings.stream()
                        .allMatch(finding ->
                                finding.kind() != Finding.Kind.NUMBER && finding.kind() != Finding.Kind.DATE)) return;
        if (Quantity.in(words(claimed)).stream()
                .anyMatch(one -> Quantity.in(words(told)).stream().anyMatch(one::isGivenBy))) return;
        findings.add(Finding.instead(
                Finding.Kind.NUMBER, there.get().text(), here.get().text()));
    }

    private static String words(List<Token> words) {
        return words.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}
