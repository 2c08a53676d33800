package ibid.answer.question;

import ibid.article.Article;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.Ranking;
import ibid.search.grammar.Country;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Short forms of names in the articles found: those defined behind the long form, "Joint Harbour Board (JHB)", read as
 * by Schwartz and Hearst (Pacific Symposium on Biocomputing 2003), and family names that come first.
 */
final class ShortForms {

    private static final int MIN_CHARS = 2;
    private static final int MAX_CHARS = 10;
    private static final int MIN_UNDEFINED_CHARS = 3; // two letters are the initials of most people
    private static final int EXTRA_WORDS = 5; // the long form has at most so many words more than letters

    private static final int MIN_ALONE = 2;

    private final Map<List<String>, Set<List<String>>> forms = new HashMap<>(); // as index terms, both ways
    private final List<String> texts = new ArrayList<>();

    private ShortForms() {}

    static ShortForms definedIn(Ranking ranking) {
        ShortForms found = new ShortForms();
        Set<Article> articles = new LinkedHashSet<>();
        for (Hit hit : ranking.hits()) {
            if (articles.add(hit.article())) {
                found.read(hit.article().text().value());
            }
        }
        return found;
    }

    /**
     * The other forms of a name, as index terms; none where it has none. An acronym that no article defines is that of
     * the names with its initials.
     *
     * @param terms of the name
     */
    Set<List<String>> otherForms(String name, List<String> terms) {
        Set<List<String>> family = familyNameFirst(name);
        if (!family.isEmpty()) {
            return family;
        }
        boolean isDefined = forms.containsKey(terms);
        return isDefined || name.length() < MIN_UNDEFINED_CHARS || !isShortForm(name) || isWritten(name)
                ? forms.getOrDefault(terms, Set.of())
                : namesWithInitials(name);
    }

    /** "Vo" of "Vo Thi Mai", where an article with the whole name goes on with the first word alone. */
    private Set<List<String>> familyNameFirst(String name) {
        int space = name.indexOf(' ');
        if (space < 0 || Names.isBody(name)) {
            return Set.of();
        }
        String first = name.substring(0, space);
        boolean isPlace = Country.isMeantBy(first) || Country.ofAdjective(first).isPresent();
        boolean isFamily = !isPlace && texts.stream().anyMatch(text -> text.contains(name) && goesOnWith(first, text));
        return isFamily ? Set.of(IndexTerms.of(first)) : Set.of();
    }

    /** Whether the word is often alone, and never a common noun such as "president". */
    private static boolean goesOnWith(String word, String text) {
        Lexemes words = new Lexemes(text);
        int alone = 0;
        for (int at = 0; at < words.size(); at++) {
            if (words.text(at).equals(word)) {
                alone += words.isCapitalised(at + 1) ? 0 : 1;
            } else if (words.text(at).equals(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return alone >= MIN_ALONE;
    }

    private boolean isWritten(String name) {
        return texts.stream().anyMatch(text -> text.contains(name));
    }

    private Set<List<String>> namesWithInitials(String acronym) {
        Set<List<String>> found = new HashSet<>();
        for (String text : texts) {
            for (Names.Name name : Names.in(text)) {
                if (Names.initials(name.text()).equals(acronym)) {
                    found.add(IndexTerms.of(name.text()));
                }
            }
        }
        return found;
    }

    private void read(String text) {
        texts.add(text);
        int open = text.indexOf('(');
        while (open >= 0) {
            int close = text.indexOf(')', open);
            if (close > open && close - open - 1 <= MAX_CHARS) {
                define(text.substring(open + 1, close), text.substring(0, open).stripTrailing());
            }
            open = text.indexOf('(', open + 1);
        }
    }

    private void define(String shortForm, String before) {
        if (!isShortForm(shortForm)) {
            return;
        }
        int start = startOfLongForm(shortForm, before);
        if (start >= 0) {
            List<String> brief = IndexTerms.of(shortForm);
            List<String> full = IndexTerms.of(before.substring(start));
            forms.computeIfAbsent(brief, first -> new HashSet<>()).add(full);
            forms.computeIfAbsent(full, first -> new HashSet<>()).add(brief);
        }
    }

    private static boolean isShortForm(String text) {
        boolean isOneWord = text.length() >= MIN_CHARS
                && text.chars().allMatch(sign -> Character.isLetterOrDigit(sign) || sign == '-' || sign == '.');
        return isOneWord && text.chars().filter(Character::isUpperCase).count() >= MIN_CHARS;
    }

    /** Where the words begin that have the short form's letters in order, the first at the start of a word; else -1. */
    private static int startOfLongForm(String shortForm, String before) {
        int earliest = startOfWords(before, shortForm.length() + EXTRA_WORDS);
        int at = before.length();
        for (int letter = shortForm.length() - 1; letter >= 0; letter--) {
            char sought = Character.toLowerCase(shortForm.charAt(letter));
            if (!Character.isLetterOrDigit(sought)) {
                continue;
            }
            at--;
            while (at >= earliest && !isFound(before, at, sought, letter == 0)) {
                at--;
            }
            if (at < earliest) {
                return -1;
            }
        }
        return at;
    }

    private static boolean isFound(String text, int at, char sought, boolean opensWord) {
        boolean isLetter = Character.toLowerCase(text.charAt(at)) == sought;
        return isLetter && (!opensWord || at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** The start of the last so many words of the text's last line. */
    private static int startOfWords(String text, int words) {
        int at = text.length();
        for (int word = 0; word < words && at > 0; word++) {
            int line = text.lastIndexOf('\n', at - 1);
            int space = text.lastIndexOf(' ', at - 1);
            if (line >= space) {
                return line + 1;
            }
            at = space;
        }
        return at;
    }
}
