package ibid.serve.dialect;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import ibid.api.openai.CitedSources;
import ibid.api.openai.UrlAnnotation;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished answer as the content of a chat message: the answer's text; before it the short answer where no sentence
 * says it; after it what was not found, and for one of the models the footnotes.
 */
record ChatContent(AnswerBody answer, ChatModel model, SourceLinks links) {

    private static final String GAP = "\n\n";

    /** What precedes the first sentence; nothing where that has the words of the short answer. */
    static String lead(AnswerBody.Short brief, SentenceBody first) {
        boolean isOfFirst = brief.footnotes().stream().anyMatch(first.footnotes()::contains);
        return isOfFirst && !first.text().contains(brief.text()) ? brief.text() + marks(first.footnotes()) + GAP : "";
    }

    private static String marks(List<Integer> numbers) {
        StringBuilder marks = new StringBuilder(" ");
        numbers.forEach(number -> marks.append(mark(number)));
        return marks.toString();
    }

    private static String mark(int number) {
        return "[" + number + "]";
    }

    private String lead() {
        AnswerBody.Short brief = answer.result().shortAnswer();
        return brief == null || answer.sentences().isEmpty()
                ? ""
                : lead(brief, answer.sentences().getFirst());
    }

    /** The short answer and the sentences: what a stream has shown by the end. */
    String sentences() {
        return lead() + answer.text();
    }

    /** What follows the sentences. */
    String rest() {
        String missing = answer.result().missing();
        String rest = missing.isEmpty() || answer.text().isEmpty() ? missing : GAP + missing;
        boolean isListed = model == ChatModel.FOOTNOTES && !answer.footnotes().isEmpty();
        return isListed ? rest + GAP + links.list(answer.footnotes()) : rest;
    }

    String text() {
        return sentences() + rest();
    }

    /** Why there is no answer; null if there is one. */
    String refusal() {
        return answer.outcome() == AnswerBody.Outcome.ABSTAINED
                ? answer.result().missing()
                : null;
    }

    CitedSources sources() {
        return links.sources(answer.footnotes());
    }

    /** Every mark in the content, in its order. */
    List<UrlAnnotation> annotations() {
        List<UrlAnnotation> annotations = new ArrayList<>();
        int shift = new Text(lead()).length();
        if (shift > 0) {
            List<Integer> numbers = answer.sentences().getFirst().footnotes();
            annotate(numbers, shift - GAP.length() - marks(numbers).length(), annotations);
        }
        for (SentenceBody sentence : answer.sentences()) {
            annotate(sentence.footnotes(), shift + sentence.end(), annotations);
        }
        return annotations;
    }

    /** @param end of the words before the marks, in code points */
    private void annotate(List<Integer> numbers, int end, List<UrlAnnotation> annotations) {
        int start = end + 1;
        for (int number : numbers) {
            FootnoteBody footnote = answer.footnotes().get(number - 1);
            int after = start + mark(number).length();
            annotations.add(new UrlAnnotation(start, after, footnote.article().title(), links.url(footnote)));
            start = after;
        }
    }
}
