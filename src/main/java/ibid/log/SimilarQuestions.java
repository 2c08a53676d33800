package ibid.log;

import ibid.api.collection.StatsBody;
import ibid.language.Inflections;
import ibid.language.Language;
import ibid.language.QuestionLanguage;
import ibid.language.Token;
import ibid.language.WordList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts questions that ask much the same together, so that a gap is one line and not ten. They are alike if of the words
 * that carry meaning in either at least three of five are in both, and neither names something that the other replaces:
 * a question about Oslo is not one about Bergen.
 */
final class SimilarQuestions {

    private static final double MIN_SHARED = 0.6; // of all words of both; at a half, two towns were one gap

    /** Words without meaning of their own, in every language of the lists. */
    private static final Set<String> EMPTY_WORDS = emptyWords();

    private final List<Group> groups = new ArrayList<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>(); // places in the list of groups

    /** A question with what was asked like it. */
    private record Group(Words words, List<StatsBody.Unanswered> members) {}

    /** @param names those that are written as names or hold digits */
    private record Words(Set<String> all, Set<String> names) {

        static Words of(String question) {
            Set<String> all = new LinkedHashSet<>();
            Set<String> names = new HashSet<>();
            boolean isFirst = true;
            for (Token token : Token.in(question)) {
                String stem = Inflections.stem(token.key());
                if (!EMPTY_WORDS.contains(token.key()) && Character.isLetterOrDigit(stem.codePointAt(0))) {
                    all.add(stem);
                    if (token.isNumber() || !isFirst && token.isCapitalised()) {
                        names.add(stem);
                    }
                }
                isFirst = false;
            }
            return new Words(all, names);
        }

        /** @param shared how many words are in both */
        boolean isLike(Words other, int shared) {
            return shared >= MIN_SHARED * (all.size() + other.all.size() - shared) && !replaces(other);
        }

        private boolean replaces(Words other) {
            return !other.all.containsAll(names) && !all.containsAll(other.names);
        }
    }

    private static Set<String> emptyWords() {
        Set<String> words = new HashSet<>();
        Stream.concat(
                        WordList.lines(Language.class, "frequent-words.txt").stream(),
                        WordList.lines(QuestionLanguage.class, "question-words.txt").stream())
                .forEach(line -> words.addAll(List.of(line.split(" "))));
        return words;
    }

    /** @param questions the most frequent first, which then names its group */
    static List<StatsBody.Unanswered> group(List<StatsBody.Unanswered> questions) {
        SimilarQuestions similar = new SimilarQuestions();
        questions.forEach(similar::add);
        return similar.groups.stream()
                .map(group -> together(group.members()))
                .sorted(Comparator.comparingInt(StatsBody.Unanswered::times).reversed())
                .toList();
    }

    private void add(StatsBody.Unanswered question) {
        Words words = Words.of(question.question());
        int[] shared = shared(words);
        for (int at = 0; at < groups.size(); at++) {
            if (shared[at] > 0 && groups.get(at).words().isLike(words, shared[at])) {
                groups.get(at).members().add(question);
                return;
            }
        }
        for (String word : words.all()) {
            byWord.computeIfAbsent(word, name -> new ArrayList<>()).add(groups.size());
        }
        groups.add(new Group(words, new ArrayList<>(List.of(question))));
    }

    /** How many words each group has in common with these; comparing word sets took a second for 1,000 questions. */
    private int[] shared(Words words) {
        int[] shared = new int[groups.size()];
        for (String word : words.all()) {
            for (int group : byWord.getOrDefault(word, List.of())) {
                shared[group]++;
            }
        }
        return shared;
    }

    private static StatsBody.Unanswered together(List<StatsBody.Unanswered> members) {
        return new StatsBody.Unanswered(
                members.getFirst().question(),
                members.stream().mapToInt(StatsBody.Unanswered::times).sum(),
                members.stream()
                        .map(StatsBody.Unanswered::last)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                members.stream().skip(1).map(StatsBody.Unanswered::question).toList());
    }
}
