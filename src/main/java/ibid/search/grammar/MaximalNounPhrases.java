package ibid.search.grammar;

import ibid.language.OfficeNouns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the noun phrases of a question that say more than a name: with their owner and with what follows their head
 * behind a preposition, as "NATO's new command for Ukraine" or "the bridge over the Danube". Only what has an owner or
 * an article is one, since "support for Ukraine" is rather about the name.
 */
public final class MaximalNounPhrases {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "this", "that", "their", "its");
    private static final Set<String> LINKS = Set.of(
            "for", "with", "over", "on", "in", "at", "against", "between", "to", "from", "of", "about", "near",
            "under");

    private final String question;
    private final List<NounPhrase> phrases;

    private MaximalNounPhrases(String question) {
        this.question = question;
        this.phrases = NounPhrases.in(question);
    }

    /** The one that a phrase of the question is part of; its head is a thing, neither a name nor a person. */
    public static Optional<NounPhrase> around(NounPhrase phrase, String question) {
        return new MaximalNounPhrases(question)
                .of(false).stream()
                        .filter(whole -> whole.start() <= phrase.start() && phrase.end() <= whole.end())
                        .findFirst();
    }

    /** The first person by an office: "South Korea's president", with the article it has. */
    public static Optional<String> person(String question) {
        return new MaximalNounPhrases(question)
                .of(true).stream()
                        .findFirst()
                        .map(phrase -> article(question.substring(0, phrase.start())) + phrase.text());
    }

    private static String article(String before) {
        String last = EdgeWords.lastWord(before.stripTrailing()).toLowerCase(Locale.ROOT);
        return last.equals("the") ? "the " : "";
    }

    /** @param isPerson whether persons by an office are wanted, rather than things */
    private List<NounPhrase> of(boolean isPerson) {
        List<NounPhrase> found = new ArrayList<>();
        for (int first = 0; first < phrases.size(); ) {
            int head = first;
            while (head + 1 < phrases.size() && isOwner(head)) {
                head++;
            }
            int last = endOfComplements(head);
            boolean isOffice = OfficeNouns.contains(phrases.get(head).words().getLast());
            if (isOffice == isPerson && !phrases.get(head).isNamed() && last > first) {
                whole(first, head, last).ifPresent(found::add);
            }
            first = last + 1;
        }
        return found;
    }

    /** The last phrase of what follows a head: "of Rao's plan for the docks". */
    private int endOfComplements(int head) {
        int last = head;
        while (last + 1 < phrases.size() && (isLink(between(last), last > head) || last > head && isOwner(last))) {
            last++;
        }
        return last;
    }

    /** With the adjectives that a phrase does not count: "the new airport in Lisbon". */
    private Optional<NounPhrase> whole(int first, int head, int last) {
        int start = first < head ? phrases.get(first).start() : startBehindArticle(phrases.get(first));
        if (start < 0) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        phrases.subList(first, last + 1).forEach(phrase -> words.addAll(phrase.words()));
        boolean isNamed = phrases.subList(first, last + 1).stream().anyMatch(NounPhrase::isNamed);
        return Optional.of(
                new NounPhrase(question.substring(start, phrases.get(last).end()), start, isNamed, words));
    }

    /** Of the adjectives and the phrase behind an article, or -1 without one. */
    private int startBehindArticle(NounPhrase phrase) {
        int start = phrase.start();
        for (QuestionWord word :
                QuestionWord.in(question.substring(0, phrase.start())).reversed()) {
            if (ARTICLES.contains(word.lower())) {
                return start;
            }
            if (!word.isAspect()) {
                return -1;
            }
            start = word.start();
        }
        return -1;
    }

    private String between(int at) {
        return question.substring(phrases.get(at).end(), phrases.get(at + 1).start());
    }

    private boolean isOwner(int at) {
        String between = between(at);
        boolean isPossessive = between.startsWith("'") || between.startsWith("’");
        return isPossessive && isOnlyAspects(between.replaceFirst("^['’]s?", ""));
    }

    /** @param isFurther whether a complement comes before: "between Norway and Russia" */
    private static boolean isLink(String between, boolean isFurther) {
        List<QuestionWord> words = QuestionWord.in(between);
        if (words.isEmpty() || !between.startsWith(" ")) {
            return false;
        }
        String link = words.getFirst().lower();
        String after = between.substring(words.getFirst().end());
        boolean isLinked = LINKS.contains(link) || isFurther && link.equals("and");
        return isLinked && isOnlyAspects(after.toLowerCase(Locale.ROOT).replaceFirst("^ (the|an?|its|their)\\b", ""));
    }

    private static boolean isOnlyAspects(String words) {
        return QuestionWord.in(words).stream().allMatch(QuestionWord::isAspect);
    }
}
