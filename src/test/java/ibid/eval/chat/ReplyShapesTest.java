package ibid.eval.chat;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.SentenceBody;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same two sentences, “The pier cost nine million.” from one source and “It opened in May.” from two, in every
 * shape in which servers write citations.
 */
class ReplyShapesTest {

    private static final String COST = "The pier cost nine million crowns.", MAY = "It opened in May.";
    private static final String MARKED = COST + " [1] " + MAY + " [2][1]";
    private static final List<String> EXPECTED = List.of(
            COST + " <- the bill was nine million", MAY + " <- doors opened in May & the bill was nine million");

    private static AnswerBody read(String reply) {
        return ChatAnswer.of("?", ChatReply.of(ForeignJson.read(reply, "a reply")), "m", null);
    }

    /** Each sentence with the words of its sources. */
    private static List<String> sourced(String reply) {
        AnswerBody answer = read(reply);
        List<String> lines = new ArrayList<>();
        for (SentenceBody sentence : answer.sentences()) {
            List<String> words = answer.footnotes().stream()
                    .filter(note -> sentence.footnotes().contains(note.number()))
                    .map(FootnoteBody::quote)
                    .map(FootnoteBody.Quote::exact)
                    .sorted()
                    .toList();
            lines.add(sentence.text() + " <- " + String.join(" & ", words));
        }
        return lines;
    }

    private static String sorted(String line) {
        return line.replace("doors opened in May & the bill was nine million", "two");
    }

    private static void assertBothSourced(String reply) {
        assertThat(sourced(reply).stream().map(ReplyShapesTest::sorted))
                .as(reply)
                .isEqualTo(EXPECTED.stream().map(ReplyShapesTest::sorted).toList());
    }

    private static String chat(String content, String more, String beside) {
        return "{\"model\": \"m\", \"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"" + content
                + "\"" + (more.isEmpty() ? "" : ", " + more) + "}}]" + (beside.isEmpty() ? "" : ", " + beside) + "}";
    }

    private static final String TWO_URLS = "\"citations\": [\"https://a.example/1\", \"https://a.example/2\"]";

    private static String items(String title, String url, String words) {
        return "[{\"%s\": \"Bill\", \"%s\": \"https://a.example/1\", \"%s\": \"the bill was nine million\"}, "
                        .formatted(title, url, words)
                + "{\"%s\": \"Doors\", \"%s\": \"https://a.example/2\", \"%s\": \"doors opened in May\"}]"
                        .formatted(title, url, words);
    }

    @Test
    void perplexitysResultsAreNumberedAsTheMarks() {
        String results = "\"search_results\": " + items("title", "url", "snippet");
        assertBothSourced(chat(MARKED, "", TWO_URLS + ", " + results));
        assertBothSourced(chat(MARKED, "", results));
    }

    @Test
    void addressesAloneAreSourcesWithoutWords() {
        AnswerBody answer = read(chat(MARKED, "", TWO_URLS));
        assertThat(answer.footnotes())
                .hasSize(2)
                .allMatch(note -> note.quote().exact().isEmpty());
        assertThat(answer.footnotes()).extracting(note -> note.article().url()).contains("https://a.example/2");
    }

    @Test
    void azuresContextIsMarkedByDocuments() {
        String context = "\"context\": {\"citations\": " + items("title", "filepath", "content") + "}";
        assertBothSourced(
                chat(COST + " [doc1]. " + MAY + " [doc2][doc1]", context, "").replace("]. ", "] "));
        assertBothSourced(
                chat("The pier cost nine million crowns [doc1]. It opened in May [doc1, doc2].", context, ""));
    }

    @Test
    void openAisAnnotationsPointByPlace() {
        int first = (COST + " ").length(), second = (COST + " [1] " + MAY + " ").length();
        String annotations = "\"annotations\": [" + annotation(first, first + 3, 1) + ", "
                + annotation(second, second + 3, 2) + ", " + annotation(second + 3, second + 6, 1) + "]";
        String results = "\"search_results\": " + items("title", "url", "snippet");
        assertBothSourced(chat(MARKED, annotations, results));
        assertThat(read(chat(MARKED, annotations, "")).footnotes()).hasSize(2);
    }

    private static String annotation(int start, int end, int source) {
        return "{\"type\": \"url_citation\", \"url_citation\": {\"start_index\": " + start + ", \"end_index\": " + end
                + ", \"title\": \"T\", \"url\": \"https://a.example/" + source + "\"}}";
    }

    @Test
    void linksToASourceAreCitations() {
        String content = COST + " ([a.example](https://a.example/1)) " + MAY
                + " ([a.example](https://a.example/2), [bill](https://a.example/1))";
        AnswerBody answer = read(chat(content, "", TWO_URLS));
        assertThat(answer.sentences()).extracting(one -> one.footnotes().size()).containsExactly(1, 2);
    }

    @Test
    void coheresSpansCiteTheClaimThatTheyCover() {
        String bill =
                "{\"document\": {\"id\": \"d1\", \"title\": \"Bill\", \"snippet\": \"the bill was nine million\"}}";
        String doors = "{\"document\": {\"id\": \"d2\", \"title\": \"Doors\", \"snippet\": \"doors opened in May\"}}";
        int may = COST.length() + 1;
        String citations = "\"citations\": [{\"start\": 9, \"end\": 33, \"text\": \"t\", \"sources\": [" + bill
                + "]}, {\"start\": " + (may + 3) + ", \"end\": " + (may + 16) + ", \"sources\": [" + doors + ", " + bill
                + "]}]";
        assertBothSourced(chat(COST + " " + MAY, citations, ""));
        assertBothSourced("{\"message\": {\"content\": [{\"type\": \"text\", \"text\": \"" + COST + " " + MAY + "\"}], "
                + citations + "}}");
    }

    @Test
    void anthropicsBlocksCiteForThemselves() {
        String bill = "{\"type\": \"char_location\", \"cited_text\": \"the bill was nine million\", "
                + "\"document_index\": 0, \"document_title\": \"Bill\"}";
        String doors = "{\"type\": \"search_result_location\", \"cited_text\": \"doors opened in May\", "
                + "\"source\": \"https://a.example/2\", \"title\": \"Doors\"}";
        String blocks = "[{\"type\": \"text\", \"text\": \"" + COST + "\", \"citations\": [" + bill + "]}, "
                + "{\"type\": \"text\", \"text\": \" \"}, {\"type\": \"text\", \"text\": \"" + MAY
                + "\", \"citations\": [" + doors + ", " + bill + "]}]";
        assertBothSourced("{\"content\": " + blocks + "}");
        assertBothSourced("{\"choices\": [{\"message\": {\"content\": " + blocks + "}}]}");
    }

    @Test
    void responsesHaveTheirAnnotationsInTheOutput() {
        String text = COST + " [1] " + MAY + " [2]";
        int first = COST.length() + 1, second = (COST + " [1] " + MAY + " ").length();
        AnswerBody answer = read("{\"output\": [{\"type\": \"message\", \"content\": [{\"type\": \"output_text\", "
                + "\"text\": \"" + text + "\", \"annotations\": [{\"type\": \"url_citation\", \"start_index\": " + first
                + ", \"end_index\": " + (first + 3) + ", \"title\": \"A\", \"url\": \"https://a.example/1\"}, "
                + "{\"type\": \"url_citation\", \"start_index\": " + second + ", \"end_index\": " + (second + 3)
                + ", \"title\": \"B\", \"url\": \"https://a.example/2\"}]}]}]}");
        assertThat(answer.sentences()).extracting(SentenceBody::text).containsExactly(COST, MAY);
        assertThat(answer.sentences()).extracting(SentenceBody::footnotes).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void onyxNumbersItsDocumentsInAListOfTheirOwn() {
        String documents = "\"top_documents\": [{\"document_id\": \"b\", \"semantic_identifier\": \"Doors\", "
                + "\"blurb\": \"doors opened in May\"}, {\"document_id\": \"x\", \"blurb\": \"unused\"}, "
                + "{\"document_id\": \"a\", \"semantic_identifier\": \"Bill\", "
                + "\"blurb\": \"the bill was nine million\"}]";
        String text = COST + " [[1]](https://a.example/1) " + MAY + " [[2]]()[[1]](https://a.example/1)";
        assertBothSourced("{\"answer\": \"" + text + "\", " + documents
                + ", \"citation_info\": [{\"citation_number\": 1, \"document_id\": \"a\"}, "
                + "{\"citation_number\": 2, \"document_id\": \"b\"}]}");
        assertBothSourced(chat(text, "", documents + ", \"citations\": {\"1\": \"a\", \"2\": \"b\"}"));
    }

    @Test
    void openWebUisChunksOfOneFileHaveOneNumber() {
        String sources = "\"sources\": [{\"source\": {\"id\": \"c\", \"name\": \"Collection\"}, \"document\": "
                + "[\"the bill was\", \"doors opened in May\", \"nine million\"], \"metadata\": [{\"source\": \"f1\", "
                + "\"name\": \"bill.md\"}, {\"source\": \"f2\", \"name\": \"doors.md\"}, {\"source\": \"f1\"}]}]";
        assertThat(sourced(chat(MARKED, "", sources)))
                .containsExactly(
                        COST + " <- the bill was\nnine million",
                        MAY + " <- doors opened in May & the bill was\nnine million");
    }

    @Test
    void ragflowCountsFromZero() {
        String reference = "\"reference\": {\"chunks\": " + items("document_name", "url", "content") + "}";
        assertBothSourced(chat(COST + " [ID:0] " + MAY + " [ID:1] [ID:0]", reference, ""));
        assertBothSourced(chat(COST + " ##0$$ " + MAY + " ##1$$ ##0$$", reference, ""));
    }

    @Test
    void marksOfOtherFormsAreRead() {
        String results = "\"search_results\": " + items("title", "url", "snippet");
        for (String marks : List.of(
                "[1, 2]",
                "[1-2]",
                "【1】【2】",
                "【1†bill】【2†doors】",
                "[^1][^2]",
                "[citation:1][citation:2]",
                "[1](https://a.example/1) [2](https://a.example/2)")) {
            AnswerBody answer = read(chat(COST + marks, "", results));
            assertThat(answer.sentences())
                    .as(marks)
                    .extracting(SentenceBody::text)
                    .containsExactly(COST);
            assertThat(answer.sentences().getFirst().footnotes()).as(marks).containsExactly(1, 2);
        }
    }

    @Test
    void bracketsThatAreNoMarksStayWords() {
        AnswerBody answer = read(chat("In [2024] the pier [sic] cost “nine” [million]. [1]", "", TWO_URLS));
        assertThat(answer.sentences())
                .extracting(SentenceBody::text)
                .containsExactly("In (2024) the pier (sic) cost “nine” (million).");
    }

    @Test
    void markdownAndAListOfSourcesAreNoSentences() {
        String content = "## Cost\\n\\n- **The pier** cost nine million crowns. [1]\\n2. It opened in May. [2]\\n\\n"
                + "[1] Bill, https://a.example/1\\n\\n**Sources:**\\n- Bill\\n- Doors";
        AnswerBody answer = read(chat(content, "", "\"search_results\": " + items("title", "url", "snippet")));
        assertThat(answer.sentences()).extracting(SentenceBody::text).containsExactly(COST, MAY);
        assertThat(answer.text()).isEqualTo(COST + " " + MAY);
    }

    @Test
    void theLabelOfARowIsNoPartOfItsSentence() {
        String results = "\"search_results\": " + items("title", "url", "snippet");
        String content = "- **The cost:** it was nine million. [1]\\nDaily, 3 May: doors opened in May [2]\\n"
                + "He said: it is dear. [1]";
        assertThat(read(chat(content, "", results)).sentences())
                .extracting(SentenceBody::text)
                .containsExactly("it was nine million.", "doors opened in May", "He said: it is dear.");
    }

    @Test
    void aMarkInsideItsSentenceBelongsToIt() {
        String results = "\"search_results\": " + items("title", "url", "snippet");
        AnswerBody answer = read(chat("The pier [1] cost nine million [2], he said. " + MAY, "", results));
        assertThat(answer.sentences()).extracting(SentenceBody::footnotes).containsExactly(List.of(1, 2), List.of());
    }

    @Test
    void aMarkWithoutASourceHasANumberWithoutAFootnote() {
        AnswerBody answer = read(chat(COST + " [7]", "", TWO_URLS));
        assertThat(answer.sentences().getFirst().footnotes())
                .allMatch(number -> number > answer.footnotes().size());
    }

    @Test
    void refusalsAreToldByTheirFieldOrTheirWords() {
        String results = "\"search_results\": " + items("title", "url", "snippet");
        assertThat(List.of(
                        chat("Nothing to say.", "\"refusal\": \"Nothing to say.\"", ""),
                        chat("I couldn’t find anything on that. Please try another question.", "", results),
                        chat("The retrieved documents [1][2] do not mention a bridge.", "", results),
                        chat("", "", "")))
                .allSatisfy(reply -> assertThat(read(reply).outcome()).isEqualTo(AnswerBody.Outcome.ABSTAINED));
        assertThat(read(chat("The provided documents do not say who paid. " + COST + " [1]", "", results))
                        .outcome())
                .isEqualTo(AnswerBody.Outcome.PARTIAL);
        assertThat(read(chat("The treaty does not contain a clause on piers. [1]", "", results))
                        .outcome())
                .isEqualTo(AnswerBody.Outcome.ANSWERED);
    }

    @Test
    void whatIsNotJsonOfAnAnswerIsEmpty() {
        assertThat(read("{\"choices\": \"none\", \"citations\": 3, \"sources\": {\"a\": []}}")
                        .outcome())
                .isEqualTo(AnswerBody.Outcome.ABSTAINED);
    }
}
