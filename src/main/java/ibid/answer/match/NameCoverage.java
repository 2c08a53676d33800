package ibid.answer.match;

import ibid.answer.question.AnswerType;
import ibid.answer.question.PersonPhrase;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.question.QuestionName;
import ibid.index.PassageId;
import ibid.language.Lexemes;
import ibid.language.Names;
import ibid.language.QuestionLanguage;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Whether every name of a question is told near a passage. A name is often told once, at the beginning of an article;
 * but who says something of whom is told together, unless it is of what somebody has. Of names joined by "and" or "or"
 * one is enough, since each has sentences of its own; not of those "between" which something is. Not thread-safe.
 */
public final class NameCoverage {

    private static final int MAX_CHARS_TO_NAME = 4000; // a news article on each side
    private static final int MIN_MENTIONS = 2; // so far off: what is named once in passing is not what it is about
    private static final int MAX_WORDS_OF_TITLE = 2; // "state official"
    private static final Set<String> JOINING = Set.of("and", "or", ",", "-", "–");
    private static final Set<String> TOGETHER = Set.of("between", "both");

    private final QuestionAnalysis question;
    private final List<List<QuestionName>> groups;
    private final boolean mayBeFarOff;
    private final Map<PassageId, Set<String>> termsAround = new HashMap<>();

    public NameCoverage(QuestionAnalysis question) {
        this.question = question;
        this.groups = groups(question);
        this.mayBeFarOff = question.type() != AnswerType.STATEMENT || question.asksForResponse();
    }

    /** The names, those that are joined together. */
    private static List<List<QuestionName>> groups(QuestionAnalysis question) {
        List<List<QuestionName>> groups = new ArrayList<>();
        int end = 0;
        for (QuestionName name : question.names()) {
            int start = question.text().indexOf(name.text(), end);
            String between =
                    start < 0 ? "" : question.text().substring(end, start).strip();
            String before = question.text().substring(0, end);
            boolean isJoined = !groups.isEmpty()
                    && (tellsWho(between, name) || JOINING.contains(between) && !new Lexemes(before).hasAny(TOGETHER));
            if (isJoined) {
                groups.getLast().add(name);
            } else {
                groups.add(new ArrayList<>(List.of(name)));
            }
            end = start < 0 ? end : start + name.text().length();
        }
        return groups;
    }

    /** "the Treasury's Ada Lind", "the Iowa official Ada Lind": the first only tells who the person is. */
    private static boolean tellsWho(String between, QuestionName name) {
        boolean isPossessive =
                between.equals("'s") || between.equals("’s") || between.equals("'") || between.equals("’");
        boolean isOfPerson = isPossessive || isPersonNoun(between);
        return isOfPerson && name.terms().size() > 1 && !Names.isBody(name.text());
    }

    private static boolean isPersonNoun(String between) {
        Lexemes words = new Lexemes(between);
        return words.size() > 0
                && words.size() <= MAX_WORDS_OF_TITLE
                && IntStream.range(0, words.size()).allMatch(words::isWord)
                && PersonPhrase.isPerson(words.key(words.size() - 1));
    }

    /** @param hasTerm of the passage and its title */
    public boolean isComplete(Hit hit, Predicate<String> hasTerm) {
        return groups.stream().allMatch(group -> group.stream().anyMatch(name -> isTold(name, hit, hasTerm)));
    }

    private boolean isTold(QuestionName name, Hit hit, Predicate<String> hasTerm) {
        return name.isIn(hit.article().imprint())
                || name.isMeantBy(hasTerm)
                || (mayBeFarOff || isPossessor(name)) && name.isMeantBy(termsAround(hit)::contains);
    }

    /** "What did Rao say of Ito's plan?": Rao speaks of the plan, and the article tells once whose it is. */
    private boolean isPossessor(QuestionName name) {
        String text = question.text();
        int end = text.indexOf(name.text()) + name.text().length();
        return text.startsWith("'s ", end) || text.startsWith("’s ", end);
    }

    private Set<String> termsAround(Hit hit) {
        return termsAround.computeIfAbsent(hit.passage().id(), id -> {
            Span passage = hit.passage().span();
            int from = Math.max(0, passage.start() - MAX_CHARS_TO_NAME);
            String text = hit.article().text().slice(from, passage.end() + MAX_CHARS_TO_NAME);
            Map<String, Integer> mentions = new HashMap<>();
            IndexTerms.of(text, QuestionLanguage.of(question.text()))
                    .forEach(term -> mentions.merge(term, 1, Integer::sum));
            mentions.values().removeIf(count -> count < MIN_MENTIONS);
            return Set.copyOf(mentions.keySet());
        });
    }
}
