package ibid.answer.question;

import ibid.article.Imprint;
import ibid.search.IndexTerms;
import ibid.search.grammar.Metonyms;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A name in a question.
 *
 * @param terms      the index terms it is made of, at least one
 * @param otherForms the terms of its acronym, or of what it is the acronym of, as the articles define it
 */
public record QuestionName(String text, List<String> terms, Set<List<String>> otherForms) {

    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final Set<String> NO_NAMES =
            Set.of("ok", "tv", "ceo", "pm", "pr", "hq", "faq", "asap", "fyi", "btw");
    /** As index terms; there are many, so that one must be told whole: "Korean War". */
    private static final Set<String> EVENTS =
            Set.copyOf(IndexTerms.of("war crisis battle summit election conference olympics games cup"));

    private static final int MIN_SHORT_FORM_CHARS = 2; // "American TV": capitals of an acronym, but no name
    private static final int MAX_SHORT_FORM_CHARS = 3;

    public QuestionName {
        terms = List.copyOf(terms);
        otherForms = Set.copyOf(otherForms);
    }

    /** The term that tells it: the last, but not the "Jr" of "Marcos Jr" or the "TV" of "American TV". */
    public String lastTerm() {
        int last = terms.size() - 1;
        boolean tellsNothing = SUFFIXES.contains(terms.get(last)) || NO_NAMES.contains(terms.get(last));
        return last > 0 && tellsNothing ? terms.get(last - 1) : terms.get(last);
    }

    /** Whether it is only a short form of a common noun: "PM", "TV". */
    boolean isNone() {
        return terms.size() == 1 && NO_NAMES.contains(terms.getFirst());
    }

    /**
     * Whether a text mentions it: the text has its last term, another form of it or, for a country or a
     * capital, the term of the other.
     */
    public boolean isMeantBy(Predicate<String> hasTerm) {
        boolean isOneOfMany = terms.size() > 1 && EVENTS.contains(lastTerm());
        if (isOneOfMany ? terms.stream().allMatch(hasTerm) : hasTerm.test(lastTerm())) {
            return true;
        }
        Set<String> metonyms = Metonyms.of(lastTerm());
        List<String> country = Metonyms.ofSeat(text);
        boolean isSeat = !country.isEmpty() && country.stream().allMatch(hasTerm);
        return isSeat
                || metonyms.stream().anyMatch(hasTerm)
                || otherForms.stream().anyMatch(form -> form.stream().allMatch(hasTerm));
    }

    /** Whether it names who published or wrote an article: "according to the Town Paper". */
    public boolean isIn(Imprint imprint) {
        return text.equalsIgnoreCase(imprint.publisher()) || text.equalsIgnoreCase(imprint.author());
    }

    /**
     * Whether the collection cannot mention it, because its last term is not in the index. A capital may be mentioned
     * by its country; "American TV" is not a name.
     */
    public boolean isUnknown(Predicate<String> isNowhere) {
        if (!isNowhere.test(lastTerm()) || !otherForms.isEmpty()) {
            return false;
        }
        return Metonyms.of(lastTerm()).isEmpty() && !(terms.size() > 1 && endsInShortForm());
    }

    private boolean endsInShortForm() {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        if (last.length() == text.length()) {
            return false;
        }
        boolean isShort = last.length() >= MIN_SHORT_FORM_CHARS && last.length() <= MAX_SHORT_FORM_CHARS;
        return isShort && last.chars().allMatch(Character::isUpperCase);
    }
}
