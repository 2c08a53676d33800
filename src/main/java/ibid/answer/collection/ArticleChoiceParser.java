package ibid.answer.collection;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.WordList;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the words behind "articles" that say which are meant: "that mention Taiwan", "from Ibid Wire since May", "in
 * the collection". Words that say anything else are not of the collection, and nothing is read. Immutable.
 */
final class ArticleChoiceParser {

    private static final Map<String, CuePhrases> CUES =
            CuePhrases.readKinds(ArticleChoiceParser.class, "article-choices.txt");
    private static final Set<String> LEGAL_TEXTS = WordList.read(ArticleChoiceParser.class, "legal-texts.txt");
    private static final Set<String> POINTING =
            Set.of("it", "them", "this", "that", "these", "those", "him", "her", "he", "she", "they", "what", "how");
    private static final Set<String> INSIDE = Set.of("in", "of", "under", "within");
    private static final String BORDERS = " \t\n?!.,;:“”\"'‘’«»()";
    private static final int MAX_WORDS_TO_TEXT = 4; // "in the North Atlantic Treaty"
    private static final int MAX_WORDS = 14; // what articles are about is a few words

    private final KnownNames names;
    private final LocalDate today;

    ArticleChoiceParser(KnownNames names, LocalDate today) {
        this.names = names;
        this.today = today;
    }

    /** Which articles the words choose: all where there are none; empty where they say something else. */
    Optional<ArticleChoice> parse(String words) {
        return parse(words, ArticleChoice.ALL);
    }

    private Optional<ArticleChoice> parse(String words, ArticleChoice before) {
        String rest = stripped(words);
        if (rest.isEmpty()) {
            return Optional.of(before);
        }
        return time(rest, before)
                .or(() -> skipped("PLACE", rest, before))
                .or(() -> source(rest, before))
                .or(() -> subject("MENTION", rest, before))
                .or(() -> subject("ABOUT", rest, before))
                .or(() -> skipped("PUBLISHED", rest, before))
                .or(() -> skipped("LINK", rest, before));
    }

    /** Without signs and white space at its ends. */
    static String stripped(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && BORDERS.indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && BORDERS.indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(start, end);
    }

    /** The char behind a cue that the words begin with; −1 where there is none. */
    private static int endOfCue(String kind, String words) {
        List<CuePhrases.Occurrence> found = CUES.get(kind).findIn(words);
        return found.isEmpty() ? -1 : found.getFirst().end();
    }

    private Optional<ArticleChoice> skipped(String kind, String rest, ArticleChoice before) {
        int end = endOfCue(kind, rest);
        return end < 0 ? Optional.empty() : parse(rest.substring(end), before);
    }

    private Optional<ArticleChoice> time(String rest, ArticleChoice before) {
        Optional<PublicationTime> time = PublicationTime.of(rest, today);
        if (time.isEmpty() || before.published().isPresent()) {
            return Optional.empty();
        }
        ArticleChoice bounded = before.withPublished(time.map(PublicationTime::days));
        return parse(rest.substring(time.get().end()), bounded);
    }

    /** "from" a publisher, "by" an author; one that the collection does not know has to be written as a name. */
    private Optional<ArticleChoice> source(String rest, ArticleChoice before) {
        int end = endOfCue("SOURCE", rest);
        if (end < 0 || !before.publishers().isEmpty() || !before.authors().isEmpty()) {
            return Optional.empty();
        }
        String named = rest.substring(end);
        boolean isAuthor = rest.substring(0, end).toLowerCase(Locale.ROOT).endsWith("by");
        return known(named, before, isAuthor)
                .or(() -> known(named, before, !isAuthor))
                .or(() -> unknown(stripped(named), before));
    }

    private Optional<ArticleChoice> known(String named, ArticleChoice before, boolean isAuthor) {
        KnownNames.Meant meant = isAuthor ? names.authorsAt(named) : names.publishersAt(named);
        if (meant.names().isEmpty()) {
            return Optional.empty();
        }
        String rest = named.substring(meant.end());
        return parse(rest, isAuthor ? before.withAuthors(meant.names()) : before.withPublishers(meant.names()));
    }

    private static Optional<ArticleChoice> unknown(String named, ArticleChoice before) {
        Lexemes words = new Lexemes(named);
        int first = words.is(0, "the") ? 1 : 0;
        boolean isName = words.isCapitalised(first) && words.size() - first <= 4 && !isOfLegalText(named);
        return isName ? Optional.of(before.withPublishers(List.of(named))) : Optional.empty();
    }

    /** Up to where words begin that say from whom or when; else to the end. */
    private Optional<ArticleChoice> subject(String kind, String rest, ArticleChoice before) {
        int end = endOfCue(kind, rest);
        if (end < 0 || !before.words().isEmpty()) {
            return Optional.empty();
        }
        String words = rest.substring(end);
        Lexemes lexemes = new Lexemes(words);
        for (int at = 1; at < lexemes.size(); at++) {
            Optional<ArticleChoice> bounded = bounded(words.substring(lexemes.start(at)), before);
            if (bounded.isPresent()) {
                return withSubject(bounded.get(), words.substring(0, lexemes.start(at)));
            }
        }
        return withSubject(before, words);
    }

    /** What ends a subject; a time "in" which is rather the subject's own. */
    private Optional<ArticleChoice> bounded(String rest, ArticleChoice before) {
        Lexemes words = new Lexemes(rest);
        Optional<PublicationTime> time = PublicationTime.of(rest, today);
        boolean isOwnTime = Set.of("in", "of", "on", "for", "by").contains(words.key(0)) && time.isPresent();
        if (isOwnTime) {
            return Optional.empty();
        }
        ArticleChoice full = before.withWords(rest); // a second subject is none
        boolean isNamed = !names.publishersAt(afterFirst(rest, words)).names().isEmpty()
                || !names.authorsAt(afterFirst(rest, words)).names().isEmpty();
        boolean mayBound =
                time.isPresent() || isNamed || endOfCue("PLACE", rest) >= 0 || endOfCue("PUBLISHED", rest) >= 0;
        return mayBound ? parse(rest, full).map(choice -> choice.withWords("")) : Optional.empty();
    }

    private static String afterFirst(String rest, Lexemes words) {
        return words.size() < 2 ? "" : rest.substring(words.start(1));
    }

    private static Optional<ArticleChoice> withSubject(ArticleChoice choice, String words) {
        String subject = withoutArticle(stripped(words));
        Lexemes lexemes = new Lexemes(subject);
        boolean isSubject = lexemes.size() > 0
                && lexemes.size() <= MAX_WORDS
                && !POINTING.contains(lexemes.key(0))
                && !isOfLegalText(subject);
        return isSubject ? Optional.of(choice.withWords(subject)) : Optional.empty();
    }

    private static String withoutArticle(String subject) {
        Lexemes words = new Lexemes(subject);
        boolean isOpened = words.size() > 1 && Set.of("the", "a", "an").contains(words.key(0));
        return isOpened ? subject.substring(words.start(1)) : subject;
    }

    /** "equality in the Japanese constitution": the articles are sections of it. */
    static boolean isOfLegalText(String words) {
        Lexemes lexemes = new Lexemes(words);
        for (int at = 0; at < lexemes.size(); at++) {
            if (INSIDE.contains(lexemes.key(at)) && isLegalTextNear(lexemes, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLegalTextNear(Lexemes words, int preposition) {
        for (int at = preposition + 1; at <= preposition + MAX_WORDS_TO_TEXT; at++) {
            if (LEGAL_TEXTS.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }
}
