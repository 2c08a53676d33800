package ibid.model;

import ibid.corpus.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A fake that takes a sentence to answer where it holds most of the question's longer words. Its answer is the sentence's last number, or nothing. */
public final class OverlapReader implements Reader {

    private static final double STEEP = 12;
    private static final int LONGER = 2;

    @Override
    public Judgement read(String question, String passage, List<Span> sentences) {
        Set<String> asked = words(question);
        List<Double> logits = new ArrayList<>();
        List<Optional<Span>> answers = new ArrayList<>();
        for (Span sentence : sentences) {
            String text = passage.substring(passage.offsetByCodePoints(0, sentence.start()), passage.offsetByCodePoints(0, sentence.end()));
            Set<String> held = words(text);
            double share = asked.isEmpty() ? 0 : (double) asked.stream().filter(held::contains).count() / asked.size();
            logits.add(STEEP * (share - 0.5));
            answers.add(number(text).map(span -> new Span(span.start() + sentence.start(), span.end() + sentence.start())));
        }
        return new Judgement(logits.stream().mapToDouble(logit -> logit).max().orElse(-STEEP), logits, logits, answers);
    }

    private static Optional<Span> number(String text) {
        return java.util.regex.Pattern.compile("\\b\\d[\\d.,]*\\d\\b|\\b\\d\\b").matcher(text).results().reduce((first, second) -> second).map(found -> new Span(text.codePointCount(0, found.start()), text.codePointCount(0, found.end())));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(java.util.Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > LONGER).toList());
    }
}
