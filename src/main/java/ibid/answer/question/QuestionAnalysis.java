package ibid.answer.question;

import ibid.answer.AnswerShape;
import ibid.article.Imprint;
import ibid.language.ForeignNames;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.NumberWords;
import ibid.language.QuestionLanguage;
import ibid.language.WordList;
import ibid.language.time.TemporalTagger;
import ibid.language.time.Timex;
import ibid.search.CorrectedSpelling;
import ibid.search.IndexTerms;
import ibid.search.QueryTerm;
import ibid.search.Ranking;
import ibid.search.grammar.Metonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a question asks for.
 *
 * @param text  with the capitals of names that it lacks
 * @param terms the query's terms that carry meaning, with their weights
 * @param names the names in it
 * @param years the years in it
 */
public record QuestionAnalysis(
        String text,
        AnswerType type,
        AnswerShape shape,
        List<QueryTerm> terms,
        List<QuestionName> names,
        List<String> years) {

    /** Words that shape a question without saying what it is about. */
    private static final Set<String> GENERIC = WordList.read(QuestionAnalysis.class, "question-words.txt");

    /** What a question puts in quotation marks, as its first group; an apostrophe within a word is none. */
    static final Pattern QUOTATION = Pattern.compile("(?<!\\p{L})[\"“'‘]([^\"”’']{3,})[\"”'’](?!\\p{L})");

    private static final int MIN_QUOTED_CHARS = 5; // of words that tell one sentence from others
    private static final Set<String> RESPONSES = WordList.read(QuestionAnalysis.class, "response-words.txt");

    private static final String PREFIXES = "Indo|Anglo|Franco|Sino|Russo|Euro|Afro|Austro|Trans|Pan|Post|Non|Anti|Pro";
    /** Between two names of their own, "the Rao-Lind meeting", and not within one, "Indo-Pacific". */
    private static final Pattern DASHES =
            Pattern.compile("(?<=\\p{L}{2})(?<!\\b(?:" + PREFIXES + "))[-–](?=\\p{Lu}\\p{L})");

    private static final Set<String> FOREIGN_GENERIC =
            WordList.read(QuestionAnalysis.class, "foreign-generic-words.txt");

    public QuestionAnalysis {
        terms = List.copyOf(terms);
        names = List.copyOf(names);
        years = List.copyOf(years);
    }

    public static QuestionAnalysis of(String text, Ranking ranking) {
        AnswerShape shape = AnswerShape.of(text);
        String language = QuestionLanguage.of(text);
        Set<String> generic = language.equals(QuestionLanguage.ENGLISH) ? GENERIC : FOREIGN_GENERIC;
        List<QueryTerm> meaningful = new ArrayList<>();
        for (QueryTerm term : ranking.terms()) {
            if (!generic.contains(term.word().toLowerCase(Locale.ROOT)) && isMeaningful(term, shape)) {
                meaningful.add(term);
            }
        }
        List<QueryTerm> terms = meaningful.isEmpty() ? ranking.terms() : meaningful;
        return language.equals(QuestionLanguage.ENGLISH)
                ? ofEnglish(text, shape, terms, ranking)
                : of(text, shape, terms, names(ForeignNames.in(text, language), language, ranking));
    }

    private static QuestionAnalysis ofEnglish(String asked, AnswerShape shape, List<QueryTerm> terms, Ranking ranking) {
        Truecaser truecaser = new Truecaser(CorrectedSpelling.of(asked, ranking), ranking);
        String text = truecaser.restored();
        return of(text, shape, terms, names(truecaser.namesIn(text), QuestionLanguage.ENGLISH, ranking));
    }

    private static QuestionAnalysis of(
            String text, AnswerShape shape, List<QueryTerm> terms, List<QuestionName> names) {
        return new QuestionAnalysis(text, AnswerType.of(text), shape, terms, names, yearsIn(text));
    }

    /**
     * Whether an answer should contain the term. Gathered rows need not contain a word that no article uses, or a year.
     */
    private static boolean isMeaningful(QueryTerm term, AnswerShape shape) {
        if (!shape.isGathered()) {
            return true;
        }
        return term.passages() > 0 && !isYear(term.word());
    }

    private static boolean isYear(String word) {
        List<Timex> dates = TemporalTagger.tag("in " + word); // a number alone may count something
        return dates.size() == 1 && dates.getFirst().words().equals(word) && isNumber(word);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static List<QuestionName> names(Iterable<Names.Name> found, String language, Ranking ranking) {
        List<QuestionName> names = new ArrayList<>();
        ShortForms shortForms = ShortForms.definedIn(ranking);
        for (Names.Name name : found) {
            for (String part : DASHES.split(name.text())) {
                List<String> terms = termsAsSearched(part, language, ranking);
                if (!terms.isEmpty()) {
                    names.add(new QuestionName(part, terms, shortForms.otherForms(part, terms)));
                }
            }
        }
        names.removeIf(QuestionName::isNone);
        return names;
    }

    /** A name's terms, with its spelling corrected as the search did. */
    private static List<String> termsAsSearched(String name, String language, Ranking ranking) {
        List<String> terms = new ArrayList<>();
        for (IndexTerms.Term written : IndexTerms.in(name, language)) {
            terms.add(ranking.termOf(written.word()).map(QueryTerm::term).orElse(written.term()));
        }
        return terms;
    }

    /** A copy without some of its names. */
    public QuestionAnalysis without(List<QuestionName> unknown) {
        if (unknown.isEmpty()) {
            return this;
        }
        List<QuestionName> known = new ArrayList<>(names);
        known.removeAll(unknown);
        return new QuestionAnalysis(text, type, shape, terms, known, years);
    }

    /** The same with words of the passages for those that no passage has but that are derived from them. */
    public QuestionAnalysis withWordFamilies(Ranking ranking) {
        WordFamily families = new WordFamily(ranking);
        return withTerms(terms.stream().map(families::known).toList());
    }

    /** The same without the terms that no passage has. */
    public QuestionAnalysis withKnownTerms() {
        return withTerms(terms.stream().filter(term -> term.passages() > 0).toList());
    }

    private QuestionAnalysis withTerms(List<QueryTerm> others) {
        return new QuestionAnalysis(text, type, shape, others, names, years);
    }

    /** Share of the names that pass the test; 1 if there are none. */
    public double shareOfNames(Predicate<QuestionName> passes) {
        if (names.isEmpty()) {
            return 1;
        }
        return (double) names.stream().filter(passes).count() / names.size();
    }

    /** Whether a text mentions all of the names but its publisher and, however they are written, the countries. */
    public boolean areNamesIn(Predicate<String> hasTerm, Imprint imprint) {
        return names.stream().allMatch(name -> name.isIn(imprint) || name.isMeantBy(hasTerm))
                && terms.stream().map(QueryTerm::term).allMatch(term -> isNoOtherCountry(term, hasTerm));
    }

    private static boolean isNoOtherCountry(String term, Predicate<String> hasTerm) {
        Set<String> metonyms = Metonyms.of(term);
        return metonyms.isEmpty() || hasTerm.test(term) || metonyms.stream().anyMatch(hasTerm);
    }

    /** The numbers, in small letters, of which one must be right: "three or five?"; empty where none are offered. */
    public Set<String> offeredNumbers() {
        Lexemes words = new Lexemes(text);
        for (int at = 1; at < words.size(); at++) {
            if (words.is(at, "or") && isNumber(words, at - 1) && isNumber(words, at + 1)) {
                return Set.of(words.key(at - 1), words.key(at + 1));
            }
        }
        return Set.of();
    }

    private static boolean isNumber(Lexemes words, int at) {
        return words.isNumber(at) || NumberWords.cardinal(words.key(at)).isPresent();
    }

    /** Whether a sentence has words that the question puts in quotation marks: "Who called it a 'paper tiger'?" */
    public boolean quotes(String sentence) {
        return QUOTATION
                .matcher(text)
                .results()
                .map(quoted -> quoted.group(1))
                .anyMatch(words -> words.length() >= MIN_QUOTED_CHARS && sentence.contains(words));
    }

    /** Whether it asks how somebody responded to something: that is told after what it is to. */
    public boolean asksForResponse() {
        return type == AnswerType.STATEMENT && new Lexemes(text).hasAny(RESPONSES);
    }

    /** Share of the question's years that are in the text; 1 if there are none. */
    public double shareOfYearsIn(String text) {
        if (years.isEmpty()) {
            return 1;
        }
        return (double) years.stream().filter(text::contains).count() / years.size();
    }

    private static List<String> yearsIn(String question) {
        List<String> years = new ArrayList<>();
        for (Timex timex : TemporalTagger.tag(question)) {
            timex.date().year().ifPresent(year -> years.add(Integer.toString(year)));
        }
        return years;
    }

    /** Whether index terms are of the question: its own, a capital of its country, or what its acronym stands for. */
    public boolean isSaidBy(List<String> words) {
        boolean isOwn = words.stream()
                .allMatch(term -> asksFor(term) || Metonyms.of(term).stream().anyMatch(this::asksFor));
        return isOwn
                || names.stream().flatMap(name -> name.otherForms().stream()).anyMatch(form -> form.containsAll(words));
    }

    public boolean asksFor(String term) {
        return terms.stream().anyMatch(asked -> asked.term().equals(term));
    }
}
