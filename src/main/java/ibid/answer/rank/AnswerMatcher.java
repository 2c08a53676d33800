package ibid.answer.rank;

import ibid.answer.CuePhrases;
import ibid.answer.SpeechVerbs;
import ibid.language.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Finds in a sentence what is of the type a question asks for. Names stand for people and places alike where form does not tell them apart. */
final class AnswerMatcher {

    private static final Pattern DAY = Pattern.compile(
            "(?i)\\b(?:(?:[0-3]?\\d(?:st|nd|rd|th)? )?(?:of )?(?:january|february|march|april|may(?= \\d)|june|july|august|september|october|november|december)(?: [0-3]?\\d(?:st|nd|rd|th)?)?(?:,? (?:1\\d|20)\\d\\d)?"
                    + "|(?:1\\d|20)\\d\\ds?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter)|\\w+ century)\\b");
    private static final Pattern QUANTITY = Pattern.compile(
            "(?i)(?:[$€£¥]\\s?)?\\b(?!(?:1[5-9]|20)\\d\\d\\b(?!,\\d))(?!\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))\\d(?:[\\d.,]*\\d)?(?:\\s?(?:%|per ?cent|percent|hundred|thousand|million|billion|trillion)\\b)?"
                    + "|\\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?(?: (?:hundred|thousand|million|billion|per ?cent))?"
                    + "|hundreds?|thousands?|millions?|billions?|dozens?|half|a quarter|a third|once|twice)\\b");
    private static final CuePhrases REASONS = CuePhrases.read(AnswerMatcher.class, "reason-cues.txt");
    private static final CuePhrases SPEECH = SpeechVerbs.cues();
    private static final Set<String> BEFORE_PLACE = Set.of(
            "in", "at", "to", "from", "near", "of", "for", "into", "across", "outside", "inside", "off", "the", "and");
    private static final int MIN_QUOTE_CHARS = 8; // a shorter one is a term in quotation marks

    private final AnswerType type;

    AnswerMatcher(AnswerType type) {
        this.type = type;
    }

    /** @param knownNames words that the article uses as names; asked for only where names are sought */
    List<AnswerMatch> findIn(String sentence, Supplier<Set<String>> knownNames) {
        return switch (type) {
            case DATE -> all(DAY, sentence);
            case NUMBER -> all(QUANTITY, sentence);
            case REASON -> cues(REASONS, sentence);
            case STATEMENT -> statements(sentence);
            case PERSON -> people(sentence, knownNames.get());
            case PLACE -> places(sentence, knownNames.get());
            case ANY -> names(sentence, knownNames.get());
        };
    }

    private static List<AnswerMatch> all(Pattern pattern, String sentence) {
        return pattern.matcher(sentence)
                .results()
                .map(found -> new AnswerMatch(found.group(), found.start()))
                .toList();
    }

    private static List<AnswerMatch> cues(CuePhrases phrases, String sentence) {
        List<AnswerMatch> matches = new ArrayList<>();
        for (CuePhrases.Occurrence found : phrases.findIn(sentence))
            matches.add(new AnswerMatch(sentence.substring(found.start(), found.end()), found.start()));
        return matches;
    }

    /** Words in quotation marks, and verbs of saying outside them. */
    private static List<AnswerMatch> statements(String sentence) {
        List<AnswerMatch> verbs = cues(SPEECH, sentence);
        List<AnswerMatch> matches = new ArrayList<>();
        int next = 0;
        for (AnswerMatch quote : quotes(sentence)) {
            for (; next < verbs.size() && verbs.get(next).start() < quote.end(); next++)
                if (verbs.get(next).start() < quote.start()) matches.add(verbs.get(next));
            matches.add(quote);
        }
        matches.addAll(verbs.subList(next, verbs.size()));
        return matches;
    }

    private static List<AnswerMatch> quotes(String sentence) {
        List<AnswerMatch> quotes = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            int end = endOfQuote(sentence, at);
            if (end > at) quotes.add(new AnswerMatch(sentence.substring(at, end), at));
            at = Math.max(end, at + 1);
        }
        return quotes;
    }

    /** The end of the quotation that opens there, the closing mark included where there is one; -1 where none opens. */
    private static int endOfQuote(String sentence, int start) {
        if ("“\"".indexOf(sentence.charAt(start)) < 0) return -1;
        int end = start + 1;
        while (end < sentence.length() && "”\"".indexOf(sentence.charAt(end)) < 0) end++;
        if (end - start - 1 < MIN_QUOTE_CHARS) return -1;
        return Math.min(end + 1, sentence.length());
    }

    private static List<AnswerMatch> people(String sentence, Set<String> knownNames) {
        return names(sentence, knownNames).stream()
                .filter(name -> !Names.isBody(name.text()))
                .toList();
    }

    private static List<AnswerMatch> places(String sentence, Set<String> knownNames) {
        return names(sentence, knownNames).stream()
                .filter(name -> followsWordOfPlace(sentence.substring(0, name.start())))
                .toList();
    }

    private static boolean followsWordOfPlace(String before) {
        String words = before.stripTrailing().toLowerCase(Locale.ROOT);
        if (words.length() == before.length()) return false;
        if (words.endsWith(","))
            return words.length() > 1 && Character.isLetterOrDigit(words.charAt(words.length() - 2));
        int start = words.length();
        while (start > 0 && Character.isLetterOrDigit(words.charAt(start - 1))) start--;
        return BEFORE_PLACE.contains(words.substring(start));
    }

    private static List<AnswerMatch> names(String sentence, Set<String> knownNames) {
        return Names.in(sentence, knownNames).stream()
                .map(name -> new AnswerMatch(name.text(), name.start()))
                .toList();
    }
}
