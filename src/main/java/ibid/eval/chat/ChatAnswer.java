package ibid.eval.chat;

import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.FootnoteBody;
import ibid.api.NearestBody;
import ibid.api.SentenceBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reply in the form in which answers are measured. Sources that sentences cite are footnotes, numbered by first use;
 * the others are nearest passages. A mark without a source is a number without a footnote. What a server does not state
 * is null, and the confidence NaN.
 */
final class ChatAnswer {

    private static final SentenceBody.Details NO_DETAILS = new SentenceBody.Details(null, "", null, "", null);

    private final ChatReply reply;
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
    private final List<SentenceBody> sentences = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private ChatAnswer(ChatReply reply) {
        this.reply = reply;
    }

    /** @param model who wrote it, as the server says */
    static AnswerBody of(String question, ChatReply reply, String model, AnswerBody.Usage usage) {
        ChatAnswer answer = new ChatAnswer(reply);
        AnswerBody.Outcome outcome = answer.read();
        return new AnswerBody(
                new AnswerBody.Asked("", "", null, question, "", null),
                new AnswerBody.Result(
                        outcome,
                        null,
                        null,
                        answer.text.toString(),
                        answer.sentences,
                        String.join(" ", answer.missing),
                        null,
                        Double.NaN),
                answer.evidence(),
                new AnswerBody.Provenance(new AnswerBody.Writer(model, "", ""), "", null, usage, false));
    }

    /** Sorts the sentences into those that answer and those that say what was not found. */
    private AnswerBody.Outcome read() {
        List<ReplySentences.Sourced> all = ReplySentences.of(reply);
        boolean abstained = !reply.refusal().isEmpty() || abstains(all);
        for (ReplySentences.Sourced one : all) {
            if (abstained || RefusalWords.in(one.text()) && one.sources().isEmpty()) {
                missing.add(one.text());
                number(one.sources());
            } else {
                add(one);
            }
        }
        if (abstained && missing.isEmpty()) {
            missing.add(reply.refusal());
        }
        if (abstained) {
            return AnswerBody.Outcome.ABSTAINED;
        }
        return missing.isEmpty() ? AnswerBody.Outcome.ANSWERED : AnswerBody.Outcome.PARTIAL;
    }

    /** Whether a reply says nothing, or begins with what was not found and cites nothing for anything else. */
    private static boolean abstains(List<ReplySentences.Sourced> all) {
        boolean citesNothing = all.stream()
                .filter(one -> !RefusalWords.in(one.text()))
                .allMatch(one -> one.sources().isEmpty());
        return all.isEmpty() || RefusalWords.in(all.getFirst().text()) && citesNothing;
    }

    private void add(ReplySentences.Sourced sentence) {
        text.append(text.isEmpty() ? "" : " ");
        int start = text.codePointCount(0, text.length());
        text.append(sentence.text());
        int end = text.codePointCount(0, text.length());
        List<Integer> footnotes = number(sentence.sources());
        sentences.add(new SentenceBody(sentence.text(), start, end, footnotes, null, null, NO_DETAILS));
    }

    /** The footnotes of sources, those that do not exist last. */
    private List<Integer> number(List<Integer> sources) {
        List<Integer> footnotes = new ArrayList<>();
        for (int source : sources) {
            if (exists(source)) {
                numbers.putIfAbsent(source, numbers.size() + 1);
                footnotes.add(numbers.get(source));
            }
        }
        sources.stream().filter(source -> !exists(source)).forEach(source -> footnotes.add(Integer.MAX_VALUE));
        return footnotes;
    }

    private boolean exists(int source) {
        return source < reply.sources().size();
    }

    private AnswerBody.Evidence evidence() {
        List<FootnoteBody> footnotes = new ArrayList<>();
        numbers.forEach((source, number) -> footnotes.add(footnote(source, number)));
        List<NearestBody> others = new ArrayList<>();
        for (int at = 0; at < reply.sources().size(); at++) {
            if (!numbers.containsKey(at)) {
                CitedSource source = reply.sources().get(at);
                others.add(new NearestBody(passage(at), article(source), source.words(), 0, length(source), 0));
            }
        }
        return new AnswerBody.Evidence(null, others, footnotes, null, List.of(), List.of(), List.of());
    }

    private FootnoteBody footnote(int source, int number) {
        CitedSource cited = reply.sources().get(source);
        FootnoteBody.Quote quote = new FootnoteBody.Quote(cited.words(), "", "", 0, length(cited));
        return new FootnoteBody(number, article(cited), passage(source), "", quote, null, List.of(), null);
    }

    private static int length(CitedSource source) {
        return source.words().codePointCount(0, source.words().length());
    }

    private static String passage(int source) {
        return "source " + (source + 1);
    }

    private static ArticleBody article(CitedSource source) {
        String id = source.url().isEmpty() ? source.title() : source.url();
        ArticleBody.Publication publication = new ArticleBody.Publication("", "", source.date(), source.url(), "");
        return new ArticleBody(id, source.title(), publication, "", null);
    }
}
