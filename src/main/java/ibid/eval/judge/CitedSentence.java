package ibid.eval.judge;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import ibid.eval.client.OriginalArticle;
import ibid.verify.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence of an answer and the words cited for it, a text a footnote; a sentence without any is unsupported.
 *
 * @param sentence  what is judged: all that the reader reads but its marks, a true naming of its source, and names in
 *                  brackets that its article has there
 * @param unfounded words the writer put in brackets that do not stand where the quoted words or those before them are,
 *                  or empty
 */
public record CitedSentence(String sentence, List<String> evidence, String unfounded) {

    private static final Pattern BRACKETS = Pattern.compile("\\s?\\[([^\\]]*)]");
    // The writer takes the name for a pronoun from the sentences before the quote.
    private static final int MAX_CODE_POINTS_BEFORE = 600;

    public CitedSentence {
        evidence = List.copyOf(evidence);
    }

    public CitedSentence(String sentence, List<String> evidence) {
        this(sentence, evidence, "");
    }

    /**
     * The sentences of an answer as the API gives it; none of one that abstained.
     *
     * @param originals articles by id; without its article nothing is taken for the writer's rightful addition
     */
    public static List<CitedSentence> of(AnswerBody answer, Function<String, Optional<OriginalArticle>> originals) {
        List<CitedSentence> sentences = new ArrayList<>();
        for (SentenceBody sentence : answer.sentences()) {
            List<Source> sources = new ArrayList<>();
            for (int number : sentence.footnotes()) {
                sources.add(source(answer, number, originals));
            }
            sentences.add(of(sentence.text(), sources));
        }
        return sentences;
    }

    /** A mark without a footnote cites empty words. */
    private static Source source(AnswerBody answer, int number, Function<String, Optional<OriginalArticle>> originals) {
        if (number < 1 || number > answer.footnotes().size()) {
            return new Source("", 0, 0, Optional.empty());
        }
        FootnoteBody footnote = answer.footnotes().get(number - 1);
        FootnoteBody.Quote quote = footnote.quote();
        Optional<OriginalArticle> original = originals.apply(footnote.article().id());
        return new Source(quote.exact(), quote.start(), quote.end(), original);
    }

    private static CitedSentence of(String shown, List<Source> sources) {
        StringBuilder words = new StringBuilder();
        String unfounded = "";
        int from = 0;
        for (MatchResult added : BRACKETS.matcher(shown).results().toList()) {
            if (sources.stream()
                    .anyMatch(source -> source.quote().contains(added.group().strip()))) {
                continue; // the article's own brackets
            }
            if (sources.stream().anyMatch(source -> source.contains(added.group(1)))) {
                words.append(shown, from, added.start());
                from = added.end();
            } else if (unfounded.isEmpty()) {
                unfounded = added.group(1);
            }
        }
        words.append(shown.substring(from));
        return new CitedSentence(
                withoutSource(words.toString(), sources),
                sources.stream().map(Source::quote).toList(),
                unfounded);
    }

    /**
     * Without the source's name before it: "Harbour Post, 3 May 2024: “…”" says what stands between the quotation
     * marks, if it is the Harbour Post's and of that day.
     */
    private static String withoutSource(String words, List<Source> sources) {
        for (Source source : sources) {
            for (String name :
                    source.original().map(OriginalArticle::attributions).orElse(List.of())) {
                if (words.startsWith(name + ": ")) {
                    return withoutQuotes(words.substring(name.length() + 2));
                }
            }
        }
        return words;
    }

    private static String withoutQuotes(String words) {
        boolean isQuoted = words.startsWith("“") && words.endsWith("”");
        return isQuoted ? words.substring(1, words.length() - 1) : words;
    }

    /** The same judge, for whom nothing supports a sentence that has unfounded words in it, whatever the rest says. */
    public static Judge rejectingUnfounded(List<CitedSentence> sentences, Judge judge) {
        Map<String, String> unfounded = sentences.stream()
                .filter(cited -> !cited.unfounded().isEmpty())
                .collect(Collectors.toMap(CitedSentence::sentence, CitedSentence::unfounded, (one, other) -> one));
        return (claim, evidence) -> unfounded.containsKey(claim)
                ? new Judgement.Given(
                        Support.NONE,
                        false,
                        0,
                        "“" + unfounded.get(claim) + "”, in brackets, is not in the article before the quoted words")
                : judge.judge(claim, evidence);
    }

    /** A footnote's words and the article they are from, as far as it is there. */
    private record Source(String quote, int start, int end, Optional<OriginalArticle> original) {

        boolean contains(String words) {
            return !words.isBlank()
                    && original.isPresent()
                    && original.get()
                            .text()
                            .slice(start - MAX_CODE_POINTS_BEFORE, end)
                            .contains(words);
        }
    }
}
