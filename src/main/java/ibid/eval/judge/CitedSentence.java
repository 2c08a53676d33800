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
 * A sentence of an answer and the words cited for it, one text per footnote. A sentence without evidence is
 * unsupported.
 *
 * @param sentence the text to judge: what the reader sees without the marks, without a correct source name, and without
 *                 names in brackets that the article has at that place
 * @param unfounded words in brackets that are neither in the quote nor shortly before it, or empty
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
     * The sentences of an answer of the API; none if it abstained.
     *
     * @param originals articles by id; without its article no addition of the writer is accepted
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

    /** The cited words; empty for a mark without a footnote. */
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
                continue; // the brackets are in the article
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
     * Removes the source name: "Harbour Post, 3 May 2024: “…”" becomes the quoted words if the article is the Harbour
     * Post's and of that day.
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

    /** Wraps a judge so that a sentence with unfounded words is never supported. */
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

    /** A footnote's words and their article, if it exists. */
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
