package ibid.answer.question;

import ibid.language.Lexemes;
import ibid.language.MonthNames;
import ibid.language.Names;
import ibid.search.IndexTerms;
import ibid.search.Ranking;
import ibid.search.grammar.Country;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Restores the apostrophes of question words, and the capitals of names that a hurried reader writes small, from the
 * passages found: a word that they write only with a capital, within sentences too, is a name ("crew of the uss blue
 * ridge"). So is a capitalised word that opens the question ("Takaichi's remark").
 */
final class Truecaser {

    private static final int MIN_CHARS = 3;
    private static final String NO_NAME = "percent"; // of what the index knows by several words: "per cent"

    private static final Set<String> CONTRACTED = Set.of("whos", "whats", "wheres", "whens", "hows", "thats");

    private final String question;
    private final Map<String, String> written = new HashMap<>(); // in small letters, and as the passages do
    private final Set<String> last = new HashSet<>(); // those after which a name may end: not "Royal" of "Royal Navy"

    Truecaser(String question, Ranking ranking) {
        this.question = withMonths(withCountries(withApostrophes(question)));
        Set<String> asked = asked(new Lexemes(this.question));
        Set<String> small = new HashSet<>();
        ranking.passageTexts().forEach(text -> read(new Lexemes(text), asked, small));
        written.keySet().removeAll(small);
        asked.forEach(this::addCountry);
    }

    /** Whatever the passages say: a country that none of them has is not mentioned. */
    private void addCountry(String key) {
        String name = Character.toUpperCase(key.charAt(0)) + key.substring(1);
        if (Country.isMeantBy(name) || Country.ofAdjective(name).isPresent()) {
            written.put(key, name);
            last.add(key);
        }
    }

    /** "whos the judge" as "who's the judge". */
    private static String withApostrophes(String question) {
        StringBuilder text = new StringBuilder(question);
        Lexemes words = new Lexemes(question);
        for (int at = words.size() - 1; at >= 0; at--) {
            if (words.isOneOf(at, CONTRACTED)) {
                text.insert(words.end(at) - 1, '\'');
            }
        }
        return text.toString();
    }

    /** "north koreans" as "North Koreans", so that its words are not taken for names of their own. */
    private static String withCountries(String question) {
        StringBuilder text = new StringBuilder(question);
        for (IndexTerms.Term term : IndexTerms.in(question)) {
            if (term.word().contains(" ") && !term.term().equals(NO_NAME)) {
                Lexemes words = new Lexemes(term.word());
                for (int at = 0; at < words.size(); at++) {
                    capitalise(text, term.start() + words.start(at));
                }
            }
        }
        return text.toString();
    }

    /** "dec 2022" as "Dec 2022": beside a number it is a month. */
    private static String withMonths(String question) {
        StringBuilder text = new StringBuilder(question);
        Lexemes words = new Lexemes(question);
        for (int at = 0; at < words.size(); at++) {
            boolean isBesideNumber = words.isNumber(at + 1) || words.isNumber(at - 1);
            if (isBesideNumber && MonthNames.ofEnglish(words.key(at)).isPresent()) {
                capitalise(text, words.start(at));
            }
        }
        return text.toString();
    }

    private static void capitalise(StringBuilder text, int at) {
        text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
    }

    /** The words written small, and the first. */
    private static Set<String> asked(Lexemes question) {
        Set<String> asked = new HashSet<>();
        for (int at = 0; at < question.size(); at++) {
            boolean mayBeName = question.isWord(at) && (at == 0 || !question.isCapitalised(at));
            if (mayBeName && question.key(at).length() >= MIN_CHARS && !Names.isCommon(question.key(at))) {
                asked.add(question.key(at));
            }
        }
        return asked;
    }

    private void read(Lexemes text, Set<String> asked, Set<String> small) {
        for (int at = 0; at < text.size(); at++) {
            String key = text.key(at);
            if (asked.contains(key)) {
                boolean isWithinSentence = text.isWord(at - 1) || text.is(at - 1, ",");
                if (!text.isCapitalised(at)) {
                    small.add(key);
                } else if (isWithinSentence) {
                    written.put(key, text.text(at));
                }
                if (!text.isCapitalised(at + 1)) {
                    last.add(key);
                }
            }
        }
    }

    /** The question with their capitals. */
    String restored() {
        StringBuilder text = new StringBuilder(question);
        Lexemes words = new Lexemes(question);
        boolean isBeforeName = false;
        for (int at = words.size() - 1; at >= 0; at--) {
            String name = written.get(words.text(at));
            boolean isName = name != null && (isBeforeName || mayEnd(words, at));
            if (isName) {
                text.replace(words.start(at), words.end(at), name);
            }
            isBeforeName = isName || words.isCapitalised(at);
        }
        return text.toString();
    }

    /** Whether a name may end there: "Marsh Bridge", but not "the bridge", which others have too. */
    private boolean mayEnd(Lexemes words, int at) {
        boolean isBehindName = words.isCapitalised(at - 1) || written.containsKey(words.key(at - 1));
        return last.contains(words.key(at)) && (isBehindName || !Names.isBody(words.text(at)));
    }

    /** The names in a question with its capitals. */
    Iterable<Names.Name> namesIn(String restored) {
        Set<String> known = new HashSet<>(Names.known(restored));
        known.addAll(written.values());
        return Names.in(restored, known);
    }
}
