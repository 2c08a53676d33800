package ibid.answer.collection;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.search.ArticleSearch.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Recognises questions about the collection itself: how one begins tells its kind, and all that follows has to choose
 * articles. A question with other words in it is about what the articles say. Immutable.
 */
final class CollectionQuestionParser {

    private static final Map<String, CuePhrases> CUES =
            CuePhrases.readKinds(CollectionQuestionParser.class, "collection-questions.txt");
    private static final Set<String> OLDEST = Set.of("oldest", "earliest", "first");
    private static final Set<String> NOUNS = Set.of("article", "articles", "story", "stories", "piece", "pieces");
    private static final Set<String> PREPOSITIONS = Set.of("about", "on", "over", "in");
    private static final Set<String> MENTIONED = Set.of("mentioned", "named", "discussed", "covered", "quoted");
    private static final Set<String> OPENING_QUOTES = Set.of("“", "\"", "‘", "'", "«", "„");
    private static final int MAX_CHARS = 300; // a longer text is no question about the collection
    private static final int MAX_TITLE_WORDS = 20;
    private static final int MAX_EXTREMES = 5; // "the latest articles"

    private final KnownNames names;
    private final ArticleChoiceParser choices;

    /** @param today the day as of which the question is asked */
    CollectionQuestionParser(KnownNames names, LocalDate today) {
        this.names = names;
        this.choices = new ArticleChoiceParser(names, today);
    }

    /** Empty where the question is not about the collection. */
    Optional<CollectionQuestion> parse(String question) {
        if (question.length() > MAX_CHARS) {
            return Optional.empty();
        }
        String asked = withoutOpening(ArticleChoiceParser.stripped(question));
        return sourceLast(asked).flatMap(this::read).or(() -> read(asked));
    }

    private Optional<CollectionQuestion> read(String asked) {
        return about(asked).or(() -> written(asked)).or(() -> listed(asked));
    }

    /** "the article from Evening Wire about trams" for "the Evening Wire article about trams"; empty for others. */
    private Optional<String> sourceLast(String asked) {
        Lexemes words = new Lexemes(asked);
        for (int at = 1; at < words.size(); at++) {
            KnownNames.Meant publisher = names.publishersAt(asked.substring(words.start(at)));
            String behind = asked.substring(words.start(at) + publisher.end());
            String noun = new Lexemes(behind).key(0);
            if (!publisher.names().isEmpty() && NOUNS.contains(noun)) {
                String name = asked.substring(words.start(at), words.start(at) + publisher.end());
                String rest = ArticleChoiceParser.stripped(behind).substring(noun.length());
                String article = words.is(at, "the") ? "the " + noun : noun;
                return Optional.of(asked.substring(0, words.start(at)) + article + " from " + name + rest);
            }
        }
        return Optional.empty();
    }

    private static String withoutOpening(String question) {
        String rest = question;
        int end = endOfCue("OPENING", rest);
        while (end >= 0) {
            rest = ArticleChoiceParser.stripped(rest.substring(end));
            end = endOfCue("OPENING", rest);
        }
        return rest;
    }

    private static int endOfCue(String kind, String words) {
        List<CuePhrases.Occurrence> found = CUES.get(kind).findIn(words);
        return found.isEmpty() ? -1 : found.getFirst().end();
    }

    /** What the words behind a cue make of a question that begins with it. */
    private static Optional<CollectionQuestion> behind(
            String kind, String asked, Function<String, Optional<CollectionQuestion>> reading) {
        int end = endOfCue(kind, asked);
        return end < 0 ? Optional.empty() : reading.apply(asked.substring(end));
    }

    private Optional<CollectionQuestion> chosen(
            String kind, String asked, Function<ArticleChoice, CollectionQuestion> question) {
        return behind(kind, asked, rest -> choices.parse(rest).map(question));
    }

    /** The same of articles that the collection can have: with words before them, "from" may mean anything else. */
    private Optional<CollectionQuestion> chosenKnown(
            String kind, String asked, Function<ArticleChoice, CollectionQuestion> question) {
        return behind(kind, asked, rest -> known(rest).map(question));
    }

    private Optional<ArticleChoice> known(String rest) {
        return choices.parse(rest).filter(choice -> names.publishers().containsAll(choice.publishers()));
    }

    /** The same, of articles by publisher, author and day only. */
    private Optional<CollectionQuestion> chosenByImprint(
            String kind, String asked, Function<ArticleChoice, CollectionQuestion> question) {
        return behind(
                kind,
                asked,
                rest -> known(rest).filter(choice -> choice.words().isEmpty()).map(question));
    }

    private Optional<CollectionQuestion> about(String asked) {
        Order order = order(asked);
        return chosen("EXTREME_SUMMARY", asked, choice -> new CollectionQuestion.ExtremeSummary(choice, order))
                .or(() -> behind("EXTREME_SAYS", asked, rest -> extremeSays(rest, order)))
                .or(() -> behind("SUMMARY", asked, this::summary))
                .or(() -> behind("ARTICLE_SAYS", asked, this::articleSays))
                .or(() -> behind("SUMMARY_OF_TITLE", asked, CollectionQuestionParser::summaryOfTitle))
                .or(() -> behind("TITLE_ABOUT", asked, CollectionQuestionParser::titleAbout))
                .or(() -> chosen("COUNT", asked, CollectionQuestion.Count::new))
                .or(() -> chosenByImprint("PERIOD", asked, CollectionQuestion.Period::new))
                .or(() ->
                        chosen("EXTREME", asked, choice -> new CollectionQuestion.Extreme(choice, order, max(asked))));
    }

    private static Order order(String asked) {
        Lexemes words = new Lexemes(asked);
        for (int at = 0; at < words.size(); at++) {
            if (OLDEST.contains(words.key(at))) {
                return Order.OLDEST_FIRST;
            }
            if (words.is(at, "article") || words.is(at, "articles")) {
                return Order.NEWEST_FIRST;
            }
        }
        return Order.NEWEST_FIRST;
    }

    /** Several where it says "articles". */
    private static int max(String asked) {
        Lexemes words = new Lexemes(asked);
        for (int at = 0; at < words.size(); at++) {
            if (words.is(at, "articles")) {
                return MAX_EXTREMES;
            }
        }
        return 1;
    }

    /** "about Taiwan say": the verb ends the question. */
    private Optional<CollectionQuestion> extremeSays(String rest, Order order) {
        return withoutVerb(rest)
                .flatMap(choices::parse)
                .map(choice -> new CollectionQuestion.ExtremeSummary(choice, order));
    }

    private Optional<CollectionQuestion> articleSays(String rest) {
        Optional<String> subject = withoutVerb(rest);
        boolean isNamed = subject.isPresent()
                && !ArticleChoiceParser.stripped(subject.get()).isEmpty();
        return isNamed ? summary(subject.get()) : Optional.empty();
    }

    /** Without a verb of saying, or "about", at the end; empty where there is none. */
    private static Optional<String> withoutVerb(String rest) {
        Lexemes words = new Lexemes(ArticleChoiceParser.stripped(rest));
        for (int at = Math.max(0, words.size() - 2); at < words.size(); at++) {
            String last = words.slice(at, words.size());
            if (last.equalsIgnoreCase("about") || endOfCue("SAYS", last) == last.length()) {
                return Optional.of(words.slice(0, at));
            }
        }
        return Optional.empty();
    }

    /** "What is “A year on” about?" */
    private static Optional<CollectionQuestion> titleAbout(String rest) {
        Lexemes words = new Lexemes(rest);
        boolean isQuoted = OPENING_QUOTES.contains(words.key(0)) && words.is(words.size() - 1, "about");
        return isQuoted ? summaryOfTitle(words.slice(0, words.size() - 1)) : Optional.empty();
    }

    /** What chooses no articles is a title. */
    private Optional<CollectionQuestion> summary(String rest) {
        Optional<ArticleChoice> choice = choices.parse(rest).filter(one -> !one.isAll());
        return title(rest)
                .map(title -> new CollectionQuestion.Summary(choice.orElse(ArticleChoice.ALL.withWords(title))));
    }

    private static Optional<CollectionQuestion> summaryOfTitle(String rest) {
        return title(rest).map(CollectionQuestion.SummaryOfTitle::new);
    }

    /** Empty where the words can be no title: those of an article of a treaty. */
    private static Optional<String> title(String rest) {
        String words = ArticleChoiceParser.stripped(rest);
        int end = endOfCue("TITLED", words);
        String title = ArticleChoiceParser.stripped(end < 0 ? words : words.substring(end));
        Lexemes lexemes = new Lexemes(title);
        boolean isTitle = lexemes.size() > 0
                && lexemes.size() <= MAX_TITLE_WORDS
                && !lexemes.isNumber(0)
                && !ArticleChoiceParser.isOfLegalText(title);
        return isTitle ? Optional.of(title) : Optional.empty();
    }

    private Optional<CollectionQuestion> written(String asked) {
        return chosenByImprint("PUBLISHERS", asked, CollectionQuestion.Publishers::new)
                .or(() -> chosenByImprint("AUTHORS", asked, CollectionQuestion.Authors::new))
                .or(() -> chosenKnown("CORRECTIONS", asked, CollectionQuestion.Corrections::new))
                .or(() -> behind("DISAGREEMENTS", asked, this::disagreements))
                .or(() -> behind("NEWS", asked, this::news))
                .or(() -> behind("WROTE", asked, this::wrote))
                .or(() -> behind("ARTICLE_OF", asked, this::ofPublisher))
                .or(() -> SourceQuestionParser.parse(asked));
    }

    /** "disagree", "disagree about", "disagree about Taiwan", "disagree about regarding Taiwan". */
    private Optional<CollectionQuestion> disagreements(String rest) {
        Lexemes words = new Lexemes(rest);
        boolean isOpen = words.size() > 0 && PREPOSITIONS.contains(words.key(0));
        String behind = isOpen ? words.slice(1, words.size()) : rest;
        return known(behind).or(() -> known(rest)).map(CollectionQuestion.Disagreements::new);
    }

    /** What is new about a subject is asked of the articles unless it is bounded by a day. */
    private Optional<CollectionQuestion> news(String rest) {
        return known(rest)
                .filter(choice -> choice.words().isEmpty() || choice.published().isPresent())
                .map(CollectionQuestion.Listing::new);
    }

    /** A row names day, title and author: "When was the article from Ibid Wire published?" */
    private Optional<CollectionQuestion> ofPublisher(String rest) {
        return known(rest).filter(choice -> !choice.publishers().isEmpty()).map(CollectionQuestion.Listing::new);
    }

    /** "Ibid Wire write in May": only of an author or publisher that the collection has. */
    private Optional<CollectionQuestion> wrote(String rest) {
        KnownNames.Meant author = names.authorsAt(rest.strip());
        KnownNames.Meant publisher = names.publishersAt(rest.strip());
        boolean isAuthor = author.end() >= publisher.end();
        KnownNames.Meant who = isAuthor ? author : publisher;
        String behind = ArticleChoiceParser.stripped(rest.strip().substring(who.end()));
        if (who.names().isEmpty()) {
            return Optional.empty();
        }
        ArticleChoice choice =
                isAuthor ? ArticleChoice.ALL.withAuthors(who.names()) : ArticleChoice.ALL.withPublishers(who.names());
        return behind("VERB", behind, tail -> bounded(tail, choice).map(CollectionQuestion.Listing::new))
                .or(() -> behind(
                        "CORRECT", behind, tail -> bounded(tail, choice).map(CollectionQuestion.Corrections::new)));
    }

    /** With the time that follows; nothing else may. */
    private Optional<ArticleChoice> bounded(String tail, ArticleChoice choice) {
        return choices.parse(tail)
                .filter(time -> time.withPublished(Optional.empty()).isAll())
                .map(time -> choice.withPublished(time.published()));
    }

    private Optional<CollectionQuestion> listed(String asked) {
        return behind("MENTIONED", asked, this::mentioned)
                .or(() -> chosenKnown("LIST_ALL", asked, CollectionQuestion.Listing::new))
                .or(() -> behind("LIST", asked, this::list))
                .or(() -> chosen("LIST_OF_SUBJECT", asked, CollectionQuestion.Listing::new)
                        .filter(CollectionQuestionParser::hasSubject))
                .or(() -> behind(
                        "EVERYTHING",
                        asked,
                        rest -> choices.parse("from " + rest)
                                .<CollectionQuestion>map(CollectionQuestion.Listing::new)));
    }

    /** "Where is Taiwan mentioned?" */
    private Optional<CollectionQuestion> mentioned(String rest) {
        Lexemes words = new Lexemes(ArticleChoiceParser.stripped(rest));
        int last = words.size() - 1;
        return MENTIONED.contains(words.key(last))
                ? choices.parse("mention " + words.slice(0, last)).map(CollectionQuestion.Listing::new)
                : Optional.empty();
    }

    private Optional<CollectionQuestion> list(String rest) {
        boolean isOpen = ArticleChoiceParser.stripped(rest).isEmpty();
        return isOpen ? Optional.empty() : choices.parse(rest).map(CollectionQuestion.Listing::new);
    }

    private static boolean hasSubject(CollectionQuestion question) {
        return question instanceof CollectionQuestion.Listing listing
                && !listing.choice().words().isEmpty();
    }
}
