package ibid.answer.rank;

import ibid.language.Span;
import ibid.model.PassageReader;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Features from the reader model, which reads a sentence with its neighbours. */
public final class ReaderFeatures {

    private ReaderFeatures() {}

    /** The same candidates with the reader's features, passage by passage. */
    public static List<Candidate> add(String question, List<Candidate> candidates, PassageReader reader) {
        return windows(candidates).parallelStream()
                .flatMap(window -> window.read(question, reader).stream())
                .toList();
    }

    /** Groups candidates that are neighbours or share a neighbour, so that they are read together. */
    private static List<Window> windows(List<Candidate> candidates) {
        Map<Hit, List<Candidate>> byPassage = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            byPassage.computeIfAbsent(candidate.hit(), hit -> new ArrayList<>()).add(candidate);
        }
        List<Window> windows = new ArrayList<>();
        byPassage.forEach((hit, ofPassage) -> windows.addAll(windows(hit, ofPassage)));
        return windows;
    }

    private static List<Window> windows(Hit hit, List<Candidate> candidates) {
        TreeSet<Integer> wanted =
                withNeighbours(candidates, hit.passage().sentences().size());
        List<Window> windows = new ArrayList<>();
        int from = 0;
        for (int at : wanted) {
            if (!wanted.contains(at - 1)) {
                from = at;
            }
            if (!wanted.contains(at + 1)) {
                windows.add(new Window(hit, from, at + 1, between(candidates, from, at + 1)));
            }
        }
        return windows;
    }

    private static TreeSet<Integer> withNeighbours(List<Candidate> candidates, int sentences) {
        TreeSet<Integer> wanted = new TreeSet<>();
        for (Candidate candidate : candidates) {
            for (int at = candidate.ordinal() - 1; at <= candidate.ordinal() + 1; at++) {
                if (at >= 0 && at < sentences) {
                    wanted.add(at);
                }
            }
        }
        return wanted;
    }

    private static List<Candidate> between(List<Candidate> candidates, int from, int end) {
        return candidates.stream()
                .filter(candidate -> candidate.ordinal() >= from && candidate.ordinal() < end)
                .toList();
    }

    /** Neighbouring sentences of a passage, the end exclusive, and the candidates among them. */
    private record Window(Hit hit, int from, int end, List<Candidate> candidates) {

        List<Candidate> read(String question, PassageReader reader) {
            List<Span> sentences = hit.passage().sentences().subList(from, end);
            Span whole = sentences.getFirst().to(sentences.getLast());
            List<Span> within =
                    sentences.stream().map(span -> relative(span, whole)).toList();
            String text = hit.article().text().slice(whole);
            PassageReader.Judgement judgement = reader.read(question, text, within);
            return candidates.stream()
                    .map(candidate -> judged(candidate, judgement, within))
                    .toList();
        }

        private Candidate judged(Candidate candidate, PassageReader.Judgement judgement, List<Span> within) {
            int at = candidate.ordinal() - from;
            Candidate judged = candidate.with(Map.of(
                    SentenceFeature.READER_SENTENCE,
                    judgement.sentences().get(at),
                    SentenceFeature.READER_WORD,
                    judgement.words().get(at),
                    SentenceFeature.READER_PASSAGE,
                    judgement.passage()));
            return judgement
                    .answers()
                    .get(at)
                    .map(answer -> judged.withMarkedAnswer(relative(answer, within.get(at))))
                    .orElse(judged);
        }

        private static Span relative(Span place, Span whole) {
            int start = Math.max(0, place.start() - whole.start());
            int end = Math.min(whole.length(), place.end() - whole.start());
            return new Span(start, end);
        }
    }
}
