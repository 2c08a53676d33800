package ibid.verify;

import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.VerbsOfSaying;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks that every name of the claim, or another form of it, is in the evidence or the article's imprint. */
final class NameComparison {

    private static final Set<String> TITLES = WordList.read(NameComparison.class, "titles.txt");
    private static final int MIN_CAPITALS = 2; // of an acronym

    private final Claim claim;
    private final String source;
    private final Set<String> terms;
    private final String acronyms;

    NameComparison(Claim claim) {
        this.claim = claim;
        source = claim.evidence() + " " + claim.imprint();
        terms = new HashSet<>(IndexTerms.of(source));
        acronyms = acronyms(source);
    }

    List<Finding> compare() {
        List<String> absent = new ArrayList<>();
        speaker().filter(name -> !terms.containsAll(IndexTerms.of(name))).ifPresent(absent::add);
        for (Names.Name name : Names.in(claim.text(), claim.text() + "\n" + claim.evidence())) {
            if (!isGiven(name.text())) {
                absent.add(name.text());
            }
        }
        return absent.stream()
                .map(name -> Finding.absent(Finding.Kind.NAME, name))
                .toList();
    }

    /** A single word at the beginning of the sentence, if it is a name before a verb of saying. */
    private Optional<String> speaker() {
        Lexemes text = new Lexemes(claim.text());
        boolean speaks = text.isSpaced(1) && VerbsOfSaying.contains(text.key(1));
        boolean name = text.isCapitalised(0) && text.text(0).length() > 1 && !Names.isCommon(text.key(0));
        return speaks && name && text.start(0) == 0 ? Optional.of(text.text(0)) : Optional.empty();
    }

    private boolean isGiven(String name) {
        List<String> words = IndexTerms.of(withoutTitles(name));
        if (terms.containsAll(words) || hasSurname(name, words)) {
            return true;
        }
        if (acronyms.contains(" " + name.replace(".", "") + " ")) {
            return true;
        }
        String acronym = acronyms(name).strip();
        return acronym.length() >= MIN_CAPITALS && terms.contains(acronym.toLowerCase(Locale.ROOT));
    }

    private static String withoutTitles(String name) {
        String rest = name;
        int space = rest.indexOf(' ');
        while (space > 0 && isTitle(rest.substring(0, space))) {
            rest = rest.substring(space + 1);
            space = rest.indexOf(' ');
        }
        return rest;
    }

    private static boolean isTitle(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return TITLES.contains(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    /** Whether the evidence names the person by surname only, or with the same initial before it. */
    private boolean hasSurname(String name, List<String> words) {
        if (words.size() < 2 || Names.isBody(name)) {
            return false;
        }
        String last = name.substring(name.lastIndexOf(' ') + 1);
        String evidence = claim.evidence();
        for (int at = evidence.indexOf(last); at >= 0; at = evidence.indexOf(last, at + 1)) {
            int end = at + last.length();
            if (isWord(evidence, at, end) && isSamePerson(evidence, at, end, name.substring(0, 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String text, int start, int end) {
        boolean opens = start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
        return opens && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    /**
     * Whether no first name is before it and no name continues after it, or one of the words before has the initial.
     */
    private static boolean isSamePerson(String text, int start, int end, String initial) {
        char border = start == 0 ? '.' : text.charAt(start - 1);
        String before = border == ' ' || border == '-' ? text.substring(0, start - 1) : "";
        if (!isFirstName(lastWord(before)) && !goesOn(text, end)) {
            return true;
        }
        return border == ' ' && hasInitial(before, initial);
    }

    /** Whether the last word, or the one before it if that is a name, has the initial. */
    private static boolean hasInitial(String before, String initial) {
        String first = lastWord(before);
        if (first.startsWith(initial)) {
            return true;
        }
        int start = before.length() - first.length();
        return isCapitalised(first)
                && lastWord(before.substring(0, start).strip()).startsWith(initial);
    }

    private static boolean isFirstName(String word) {
        return word.length() > 1 && isCapitalised(word) && word.chars().allMatch(Character::isLetter);
    }

    private static boolean goesOn(String text, int end) {
        return text.startsWith(" ", end) && isCapitalised(text.substring(end + 1));
    }

    private static boolean isCapitalised(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
    }

    /** The letters and stops at the end of a text. */
    private static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        return text.substring(start);
    }

    /** The first letters of every name of several words: " NATO EU ". */
    static String acronyms(String text) {
        StringBuilder acronyms = new StringBuilder(" ");
        for (Names.Name name : Names.in(text)) {
            if (name.text().contains(" ")) {
                acronyms.append(acronym(new Lexemes(name.text()))).append(' ');
            }
        }
        return acronyms.toString();
    }

    private static String acronym(Lexemes name) {
        StringBuilder acronym = new StringBuilder();
        for (int at = 0; at < name.size(); at++) {
            if (name.isCapitalised(at)) {
                acronym.append(name.text(at).charAt(0));
            }
        }
        return acronym.toString();
    }
}
