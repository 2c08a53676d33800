package ibid.cli;

import ibid.language.Names;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways in which a language model states what the passages do not. */
enum Lie {
    WRONG_NUMBER((passages, seed) -> changed(
            passages,
            seed,
            "(?<![\\p{L}\\d.,-])(?!(?:1[5-9]|20)\\d\\d\\b)\\d[\\d,]*(?![\\d]|-\\p{L})(?! (?:January|February|"
                    + "March|April|May|June|July|August|September|October|November|December))",
            found -> String.valueOf(Long.parseLong(found.group().replace(",", "")) * 3 + 1))),
    WRONG_YEAR((passages, seed) -> changed(
            passages, seed, "\\b(?:19|20)\\d\\d\\b", found -> String.valueOf(Integer.parseInt(found.group()) - 3))),
    WRONG_MONTH((passages, seed) ->
            changed(passages, seed, "\\b(?:January|February|September|October|November)\\b", found -> "April")),
    ANOTHER_NAME((passages, seed) -> names(
            passages,
            seed,
            (sentence, names) -> Optional.of(
                    sentence.replace(names.getFirst(), names.getFirst().contains(" ") ? "Jonas Eklund" : "Paraguay")))),
    SWAPPED_NAMES((passages, seed) -> names(
            passages,
            seed,
            (sentence, names) -> apart(sentence, names)
                    .map(two -> sentence.replace(two.get(0), "\0")
                            .replace(two.get(1), two.get(0))
                            .replace("\0", two.get(1))))),
    DENIED((passages, seed) -> changed(
            passages,
            seed,
            "\\b(?:is|are|was|were|will|can|has|have|had)\\b(?! not)",
            found -> found.group() + " not")),
    DENIAL_DROPPED((passages, seed) -> changed(
            passages,
            seed,
            "(?<=\\b(?:is|are|was|were|will|can|has|have|had|did|does|do|would|could) )not ",
            found -> "")),
    FIRMER_THAN_SAID((passages, seed) -> changed(passages, seed, "\\b(?:may|might|could)\\b", found -> "will")),
    ALL_INSTEAD_OF_SOME(
            (passages, seed) -> changed(passages, seed, "\\b(?:some|several|many|most)\\b(?! of)", found -> "all")),
    ANOTHER_ORDER((passages, seed) -> changed(
            passages, seed, "\\b(?:before|after)\\b", found -> found.group().equals("before") ? "after" : "before")),
    ANOTHER_UNIT((passages, seed) -> changed(
            passages,
            seed,
            "\\b(?:million|billion|thousand|per cent|percent)\\b",
            found -> found.group().equals("billion") ? "million" : "billion")),
    ANOTHER_SPEAKER((passages, seed) -> changed(
            passages, seed, "\\p{Lu}\\p{L}+ (?=(?:said|argued|warned|wrote|told|called)\\b)", found -> "Eklund ")),
    INVENTED_QUOTATION((passages, seed) -> names(
            passages,
            seed,
            (sentence, names) -> Optional.of(names.getFirst() + " called it “a bargain nobody had hoped to strike”."))),
    INVENTED_SOURCE(
            (passages, seed) -> change(passages, seed, sentence -> "According to the Lisbon Gazette, " + sentence)),
    INVENTED_DETAIL((passages, seed) -> names(
            passages,
            seed,
            (sentence, names) -> Optional.of(sentence.replaceFirst(
                            Pattern.quote(names.getFirst()) + "(?! \\p{Lu})(?![’'])",
                            names.getFirst() + ", raised in Winnipeg,"))
                    .filter(text -> !text.equals(sentence)))),
    INVENTED_CAUSE((passages, seed) -> change(
            passages, seed, sentence -> sentence.replaceFirst("\\.$", ", because a typhoon had closed the harbours."))),
    MARK_OF_NO_PASSAGE((passages, seed) -> Optional.of("The treaty was signed in Winnipeg by nine ministers. [S99]")),
    NO_MARK((passages, seed) -> Optional.of("Every member pays two per cent to a common fund in Winnipeg.")),
    OUTSIDE_KNOWLEDGE((passages, seed) -> Optional.of("The Danube flows through Vienna. [S1]")),
    ITS_OWN_INSTRUCTIONS((passages, seed) ->
            Optional.of("I am a language model that answers from passages and marks each sentence. [S1]"));

    private final BiFunction<List<String>, Integer, Optional<String>> telling;

    Lie(BiFunction<List<String>, Integer, Optional<String>> telling) {
        this.telling = telling;
    }

    /**
     * @param passages the passages given to the model, in order
     * @param seed     index of the sentence at which the search starts
     * @return the sentence with its mark; empty if no sentence can be changed this way
     */
    Optional<String> tell(List<String> passages, int seed) {
        return telling.apply(passages, seed);
    }

    /** Sentences as a model may repeat them, each with its mark. */
    record Sentence(String text, String mark) {}

    static List<Sentence> sentences(List<String> passages) {
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Text text = new Text(passages.get(i));
            for (Span span : Sentences.in(text, new Span(0, text.length()))) {
                String sentence = text.slice(span);
                if (sentence.split("\\s+").length >= 8 && sentence.matches("\\p{Lu}[^“”\"‹›()\\[\\]:]*\\.")) {
                    sentences.add(new Sentence(sentence, " [S" + (i + 1) + "]"));
                }
            }
        }
        return sentences;
    }

    private static Optional<String> change(List<String> passages, int seed, UnaryOperator<String> bent) {
        return bent(passages, seed, sentence -> Optional.of(bent.apply(sentence)));
    }

    private static Optional<String> changed(
            List<String> passages, int seed, String what, java.util.function.Function<MatchResult, String> other) {
        Pattern pattern = Pattern.compile(what);
        return bent(
                passages,
                seed,
                sentence -> pattern.matcher(sentence).find()
                        ? Optional.of(pattern.matcher(sentence).replaceFirst(other))
                        : Optional.empty());
    }

    private static Optional<String> names(
            List<String> passages, int seed, BiFunction<String, List<String>, Optional<String>> other) {
        String all = String.join("\n", passages);
        return bent(passages, seed, sentence -> {
            List<String> names = Names.in(sentence, all).stream()
                    .map(Names.Name::text)
                    .distinct()
                    .toList();
            return names.isEmpty() ? Optional.empty() : other.apply(sentence, names);
        });
    }

    /** Two names with a verb or more between them: in a list, or "Mons, Belgium", the order says nothing. */
    private static Optional<List<String>> apart(String sentence, List<String> names) {
        for (int i = 0; i + 1 < names.size(); i++) {
            String one = names.get(i), other = names.get(i + 1);
            int end = sentence.indexOf(one) + one.length(), start = sentence.indexOf(other);
            if (start > end
                    && sentence.substring(end, start).matches("(?s) .*\\p{Ll}{3,}.* .*\\p{Ll}{3,}.* ")
                    && !sentence.substring(end, start).matches(".*(, | and | or ).*")) {
                return Optional.of(List.of(one, other));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> bent(
            List<String> passages, int seed, java.util.function.Function<String, Optional<String>> bend) {
        List<Sentence> sentences = sentences(passages);
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get((i + seed) % sentences.size());
            Optional<String> lie = bend.apply(sentence.text())
                    .filter(text -> passages.stream().noneMatch(passage -> passage.contains(text)));
            if (lie.isPresent()) {
                return Optional.of(lie.get() + sentence.mark());
            }
        }
        return Optional.empty();
    }
}
