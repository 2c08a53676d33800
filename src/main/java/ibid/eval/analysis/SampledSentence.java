package ibid.eval.analysis;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.Json;
import ibid.eval.client.OriginalArticle;
import ibid.eval.dataset.LabelledClaim;
import ibid.eval.judge.CitedSentence;
import ibid.eval.run.TopicResult;
import ibid.language.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence of a run with the words of its footnotes, for people to label.
 *
 * @param at its position in the topic's answer, from 1
 * @param judged   whether the first judge says that its footnotes support it
 * @param labels   the labels of the first and second person, if any
 */
public record SampledSentence(
        String topic,
        int at,
        String claim,
        List<String> evidence,
        boolean judged,
        List<Optional<LabelledClaim.Label>> labels) {

    private static final Pattern NOTE_MARK =
            Pattern.compile("\\s?\\[[^\\]]*]"); // a judge does not see brackets that the article itself has
    private static final long SEED = 20_261_128;

    /** A line of {@code sample.jsonl}; {@code label_2} is for a second person. */
    private record Line(String topic, int sentence, String claim, List<String> evidence, String label, String label_2) {

        List<String> labels() {
            return List.of(label.strip(), label_2.strip());
        }
    }

    public SampledSentence {
        evidence = List.copyOf(evidence);
        labels = List.copyOf(labels);
    }

    /** Every sentence of the answers, unlabelled. */
    static List<SampledSentence> all(List<TopicResult> results) {
        List<SampledSentence> all = new ArrayList<>();
        for (TopicResult result : results) {
            Map<String, Optional<OriginalArticle>> articles = stated(result.answer());
            List<CitedSentence> cited =
                    CitedSentence.of(result.answer(), id -> articles.getOrDefault(id, Optional.empty()));
            for (int at = 0; at < cited.size(); at++) {
                String claim = cited.get(at).sentence();
                boolean judged = result.verdicts().stream()
                        .filter(verdict -> NOTE_MARK
                                .matcher(verdict.sentence())
                                .replaceAll("")
                                .equals(NOTE_MARK.matcher(claim).replaceAll("")))
                        .findFirst()
                        .map(verdict -> verdict.word().equals("full"))
                        .orElse(false); // the first verdict on a sentence is on all its footnotes together
                all.add(new SampledSentence(
                        result.topic().id(),
                        at + 1,
                        claim,
                        cited.get(at).evidence(),
                        judged,
                        List.of(Optional.empty(), Optional.empty())));
            }
        }
        return all;
    }

    /**
     * The articles as the answer's footnotes name them. The run has already checked those names.
     */
    private static Map<String, Optional<OriginalArticle>> stated(AnswerBody answer) {
        Map<String, Optional<OriginalArticle>> stated = new HashMap<>();
        for (FootnoteBody footnote : answer.footnotes()) {
            OriginalArticle article = new OriginalArticle(footnote.article(), new Text(""));
            stated.put(article.source().id(), Optional.of(article));
        }
        return stated;
    }

    /**
     * A random sample of that size, always the same, as JSON lines with a field for each of two people's labels. The
     * judge's verdict is left out, since it would bias people.
     */
    public static String sample(List<TopicResult> results, int many) {
        List<SampledSentence> drawn = all(results);
        Collections.shuffle(drawn, new Random(SEED));
        return drawn.stream()
                .limit(many)
                .map(one -> Json.write(one.unlabelledLine()) + "\n")
                .collect(Collectors.joining());
    }

    private Line unlabelledLine() {
        return new Line(topic, at, claim, evidence, "", "");
    }

    /** The run's sentences with the labels of a file that {@link #sample} wrote and people filled in. */
    public static List<SampledSentence> labelled(Path file, List<TopicResult> results) {
        Map<String, SampledSentence> sentences = new HashMap<>();
        all(results).forEach(one -> sentences.put(one.topic + " " + one.at, one));
        List<SampledSentence> labelled = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Line filled = Json.readLenient(line, Line.class, file + ", line " + number);
                SampledSentence of = sentences.get(filled.topic + " " + filled.sentence);
                if (of == null || !of.claim.equals(filled.claim)) {
                    throw invalid(
                            file,
                            number,
                            "is about a sentence that is not in this run; label a sample of this run (./ibid eval "
                                    + "sample)");
                }
                labelled.add(new SampledSentence(
                        of.topic, of.at, of.claim, of.evidence, of.judged, labels(filled, file, number)));
            }
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
        if (labelled.stream().noneMatch(one -> one.labels.stream().anyMatch(Optional::isPresent))) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    file
                            + " holds no label; write supported, partial, unsupported or contradicted between the "
                            + "quotes after “label”");
        }
        return labelled;
    }

    private static List<Optional<LabelledClaim.Label>> labels(Line filled, Path file, int number) {
        List<Optional<LabelledClaim.Label>> labels = new ArrayList<>();
        for (String word : filled.labels()) {
            Optional<LabelledClaim.Label> label = LabelledClaim.Label.of(word);
            if (label.isEmpty() && !word.isEmpty()) {
                throw invalid(
                        file,
                        number,
                        "has the label “" + word
                                + "”; valid labels are supported, partial, unsupported and contradicted");
            }
            labels.add(label);
        }
        return labels;
    }

    private static IbidException invalid(Path file, int number, String message) {
        return new IbidException(IbidException.Code.INVALID, file + ", line " + number + " " + message);
    }

    /** 1 if people say supported, 0 if not, ½ if two differ; empty without labels. */
    Optional<Double> label() {
        List<LabelledClaim.Label> given =
                labels.stream().flatMap(Optional::stream).toList();
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(given.stream()
                                .filter(label -> label == LabelledClaim.Label.SUPPORTED)
                                .count()
                        / (double) given.size());
    }
}
