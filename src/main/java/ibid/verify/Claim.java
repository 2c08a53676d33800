package ibid.verify;

import ibid.answer.Citation;
import ibid.corpus.Dates;
import ibid.corpus.Names;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One checkable sentence with the words that stand for it. */
record Claim(String text, Citation citation) {

    private static final Pattern BRACKETS = Pattern.compile("\\s?\\[[^\\]]*]");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d+(?:[.,]\\d+)*\\b");
    private static final Pattern NEGATION = Pattern.compile("(?i)\\b(not|no|never|none|nobody|nothing|neither|nor|without|cannot|\\p{L}+n[’']t|den(y|ies|ied)|refus(e[ds]?|al))\\b");

    /** The claim without what the writer put in brackets. */
    String plain() {
        return BRACKETS.matcher(text).replaceAll("");
    }

    /** The claim's own words: without brackets and without the line that says who speaks. */
    String words() {
        String plain = plain();
        String voice = citation.hit().article().imprint().voice();
        int quote = plain.startsWith(voice) ? plain.indexOf(": “") : -1;
        return quote < 0 ? plain : plain.substring(quote + 3, plain.length() - 1);
    }

    String evidence() {
        return citation.words();
    }

    /** What may be named without standing in the quote: the source itself. */
    String imprint() {
        var imprint = citation.hit().article().imprint();
        return imprint.publisher() + ". " + imprint.author() + ". " + imprint.title();
    }

    boolean numbersHold() {
        return numbers(evidence()).containsAll(numbers(words()));
    }

    boolean datesHold() {
        Set<?> known = Set.copyOf(Dates.in(evidence()));
        return Dates.in(words()).stream().allMatch(known::contains);
    }

    /** Names in the claim stand in the evidence or the imprint; names in brackets stand somewhere in the article. */
    boolean namesHold() {
        String known = (evidence() + " " + imprint()).toLowerCase(Locale.ROOT);
        String article = citation.hit().article().text().value();
        return Names.in(plain()).stream().allMatch(name -> known.contains(name.text().toLowerCase(Locale.ROOT)))
                && BRACKETS.matcher(text).results().map(MatchResult::group).allMatch(group -> article.contains(group.strip().substring(1, group.strip().length() - 1)));
    }

    boolean negationHolds() {
        String evidence = evidence();
        long claimed = NEGATION.matcher(words()).results().count();
        boolean oneSentence = evidence.length() < words().length() * 1.3;
        long found = NEGATION.matcher(evidence).results().count();
        return oneSentence ? claimed == found : claimed <= found;
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(result -> result.group().replaceAll("(?<=\\d),(?=\\d{3})", "")).collect(Collectors.toSet());
    }
}
