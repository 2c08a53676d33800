package ibid.bench;

import ibid.article.Article;
import ibid.eval.mutation.Swaps;
import ibid.index.Chunker;
import ibid.index.Passage;
import ibid.language.Names;
import ibid.language.Span;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import ibid.model.onnx.CrossEncoder;
import ibid.verify.Support;
import ibid.verify.Verdict;
import ibid.verify.Verifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Changes one fact in true sentences of the starter articles and counts how many changes the verifier detects with the
 * sentence's own passage as evidence: by exact checks, by the model, by both. Also counts the true sentences it flags
 * wrongly, and measures the time per claim.
 */
public final class Mutations {

    private static final int SEED = 11;
    private static final int MIN_WORDS = 8;
    private static final Pattern SPEECH = Pattern.compile(
            "\\b(said|says|told|argued|argues|warned|claimed|added|wrote|stated|announced|according to|called|"
                    + "described|asked|insisted)\\b");
    private static final Pattern ASIDE = Pattern.compile(
            " \\([^()]*\\)|(?<=\\p{L}), (?:which|who|where|while|although|including)\\b[^,;“”\"]{8,}(?=[.]$)");

    private final Random random = new Random(SEED);
    private final Swaps swaps = new Swaps(random);
    private final List<Case> cases = new ArrayList<>();

    private record Sentence(Article article, Passage passage, String text) {

        String evidence() {
            return article.text().slice(passage.span());
        }
    }

    private record Case(String kind, String claim, String evidence) {}

    private Mutations() {}

    public static void main(String[] arguments) {
        Mutations mutations = new Mutations();
        List<Article> articles = new CorpusFolder(Path.of("corpus"))
                .files().stream()
                        .map(new CorpusReader()::read)
                        .flatMap(result -> result.toOptional().stream())
                        .toList();
        mutations.make(articles);
        try (CrossEncoder model = new CrossEncoder()) {
            Verifier exact = new Verifier(), both = new Verifier(model);
            Map<String, int[]> counts = new LinkedHashMap<>();
            List<Long> times = new ArrayList<>();
            for (Case one : mutations.cases) {
                int[] count = counts.computeIfAbsent(one.kind(), kind -> new int[4]);
                count[0]++;
                if (exact.check(one.claim(), List.of(one.evidence())).support() != Support.FULL) {
                    count[1]++;
                }
                if (model.check(one.claim(), one.evidence()).full() < 0.5) {
                    count[2]++;
                }
                long start = System.nanoTime();
                Verdict verdict = both.check(one.claim(), List.of(one.evidence()));
                times.add(System.nanoTime() - start);
                if (verdict.support() != Support.FULL) {
                    count[3]++;
                }
                if (Arrays.asList(arguments).contains("list")
                        && (verdict.support() != Support.FULL) == one.kind().startsWith("true")) {
                    System.out.println(one.kind() + " | " + one.claim() + " | " + verdict);
                }
            }
            System.out.printf("%-22s%8s%14s%14s%10s%n", "flagged", "claims", "without model", "model alone", "both");
            counts.forEach((kind, count) -> System.out.printf(
                    Locale.ROOT,
                    "%-22s%8d%14.3f%14.3f%10.3f%n",
                    kind,
                    count[0],
                    count[1] / (double) count[0],
                    count[2] / (double) count[0],
                    count[3] / (double) count[0]));
            long[] sorted = times.stream().mapToLong(time -> time).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "a claim beside its passage: p50 %.1f ms, p95 %.1f ms%n",
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 95 / 100] / 1e6);
        }
    }

    private void make(List<Article> articles) {
        List<String> names = articles.stream()
                .flatMap(article -> Names.in(article.text().value()).stream())
                .map(Names.Name::text)
                .distinct()
                .toList();
        List<String> people = articles.stream()
                .flatMap(article -> Names.in(article.text().value()).stream()
                        .filter(name ->
                                Names.isPerson(name.text(), article.text().value())))
                .map(Names.Name::text)
                .distinct()
                .toList();
        for (Article article : articles) {
            List<Passage> passages = Chunker.chunk(article);
            for (Passage passage : passages) {
                for (Span span : passage.sentences()) {
                    Sentence sentence =
                            new Sentence(article, passage, article.text().slice(span));
                    if (sentence.text().split("\\s+").length < MIN_WORDS
                            || !sentence.text().endsWith(".")) {
                        continue;
                    }
                    cases.add(new Case("true, to the letter", sentence.text(), sentence.evidence()));
                    put("true, shortened", sentence, shortened(sentence.text()));
                    put("number", sentence, swaps.number(sentence.text()));
                    put("date", sentence, swaps.date(sentence.text()));
                    put("negation", sentence, swaps.denial(sentence.text()));
                    put(
                            "name",
                            sentence,
                            swaps.name(sentence.text(), article.text().value(), names));
                    if (SPEECH.matcher(sentence.text()).find()) {
                        put(
                                "speaker",
                                sentence,
                                swaps.name(sentence.text(), article.text().value(), people));
                    }
                    Passage other = passages.get(random.nextInt(passages.size()));
                    if (other != passage) {
                        cases.add(new Case(
                                "other passage", sentence.text(), article.text().slice(other.span())));
                    }
                }
            }
        }
    }

    private static Optional<String> shortened(String text) {
        String made = ASIDE.matcher(text).replaceFirst("");
        return made.equals(text) || made.split("\\s+").length < MIN_WORDS ? Optional.empty() : Optional.of(made);
    }

    private void put(String kind, Sentence sentence, Optional<String> claim) {
        claim.ifPresent(words -> cases.add(new Case(kind, words, sentence.evidence())));
    }
}
