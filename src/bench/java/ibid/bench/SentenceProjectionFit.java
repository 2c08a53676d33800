package ibid.bench;

import ibid.article.Article;
import ibid.eval.dataset.TestCollection;
import ibid.index.Chunker;
import ibid.index.Passage;
import ibid.language.Span;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import ibid.library.HalfVectors;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.read.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the map from the mean state of a sentence's tokens within its passage, and the passage's vector, to the vector
 * of the sentence alone: least squares, drawn towards the mean state itself. Then finds how far the cosines of the
 * evaluation's seen questions with the starter articles' sentences must be stretched and moved to be as they are with
 * the sentences alone. Arguments: a folder of other articles, the file to write, which is
 * {@code src/main/resources/ibid/model/bge-small-en-v1.5-q-sentences.f16}; prints the constant STRETCH of
 * {@code SentenceProjection}.
 */
public final class SentenceProjectionFit {

    private static final OnnxModel MODEL = OnnxModel.BGE_SMALL;
    private static final int DIMENSION = MODEL.dimension();
    private static final double PENALTY = 0.1; // tried 0.03 to 10: eval/journal.md, "One pass a passage"
    private static final double PRIOR = 0.8; // weight of the mean state where the data say nothing
    private static final double MEAN_SHARE = 0.2; // of the mean state in the result, because context helps the search
    private static final int NEAREST = 5;

    private final double[][] squares = new double[2 * DIMENSION][2 * DIMENSION];
    private final double[][] products = new double[2 * DIMENSION][DIMENSION];

    /** What is known of a sentence. */
    private record Sentence(float[] mean, float[] passage, float[] alone) {}

    private SentenceProjectionFit() {}

    public static void main(String[] arguments) throws IOException {
        SentenceProjectionFit fit = new SentenceProjectionFit();
        try (OnnxEmbedder embedder = new OnnxEmbedder(MODEL.withoutSentenceWeights())) {
            List<Sentence> given = sentences(Path.of(arguments[0]), embedder);
            given.forEach(fit::add);
            float[][] weights = fit.weights();
            List<float[]> questions = TestCollection.read(Path.of("eval"))
                    .filter(topic ->
                            topic.split().equals("seen") && topic.follows().isEmpty())
                    .topics()
                    .stream()
                    .map(topic -> embedder.queries().embed(topic.question()))
                    .toList();
            weights[2 * DIMENSION] = offset(weights, questions, sentences(Path.of("corpus"), embedder));
            Files.write(Path.of(arguments[1]), HalfVectors.encode(weights));
            System.out.println(given.size() + " sentences");
        }
    }

    private static List<Sentence> sentences(Path folder, OnnxEmbedder embedder) {
        List<Sentence> sentences = new ArrayList<>();
        for (CorpusFile file : new CorpusFolder(folder).files()) {
            if (new CorpusReader().read(file) instanceof ReadResult.Success<Article>(Article article)) {
                Chunker.chunk(article).forEach(passage -> sentences.addAll(sentences(article, passage, embedder)));
            }
        }
        return sentences;
    }

    private static List<Sentence> sentences(Article article, Passage passage, OnnxEmbedder embedder) {
        String above = article.imprint().title() + "\n";
        int shift = above.codePointCount(0, above.length()) - passage.span().start();
        List<Span> places = new ArrayList<>();
        passage.sentences().forEach(place -> places.add(new Span(place.start() + shift, place.end() + shift)));
        String text = above + article.text().slice(passage.span());
        List<float[]> states = embedder.passages().embed(text, places);
        List<Sentence> sentences = new ArrayList<>();
        for (int at = 0; at < places.size(); at++) {
            String sentence = article.text().slice(passage.sentences().get(at));
            float[] alone = embedder.passages().embed(sentence);
            sentences.add(new Sentence(states.get(1 + at), states.getFirst(), alone));
        }
        return sentences;
    }

    /** Prints the stretch; what is returned moves the cosines. */
    private static float[] offset(float[][] weights, List<float[]> questions, List<Sentence> sentences) {
        List<float[]> alone = sentences.stream().map(Sentence::alone).toList();
        List<float[]> mapped = sentences.stream().map(one -> map(weights, one)).toList();
        double[] wanted = levels(questions, alone), found = levels(questions, mapped);
        double stretch = (wanted[1] - wanted[0]) / (found[1] - found[0]);
        System.out.println("STRETCH " + stretch);
        float[] direction = new float[DIMENSION];
        questions.forEach(question -> addTo(direction, question, 1));
        double mean = questions.stream()
                .mapToDouble(question -> dot(question, direction))
                .average()
                .orElseThrow();
        float[] offset = new float[DIMENSION];
        addTo(offset, direction, (wanted[0] - stretch * found[0]) / mean);
        return offset;
    }

    /** The mean cosine with all sentences, and with the nearest. */
    private static double[] levels(List<float[]> questions, List<float[]> sentences) {
        double[] levels = new double[2];
        for (float[] question : questions) {
            double[] cosines = sentences.stream()
                    .mapToDouble(one -> dot(question, one))
                    .sorted()
                    .toArray();
            levels[0] += Arrays.stream(cosines).average().orElseThrow() / questions.size();
            double[] nearest = Arrays.copyOfRange(cosines, cosines.length - NEAREST, cosines.length);
            levels[1] += Arrays.stream(nearest).average().orElseThrow() / questions.size();
        }
        return levels;
    }

    private static float[] map(float[][] weights, Sentence sentence) {
        float[] sum = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            addTo(sum, weights[i], sentence.mean()[i]);
            addTo(sum, weights[DIMENSION + i], sentence.passage()[i]);
        }
        float[] unit = new float[DIMENSION];
        addTo(unit, sum, 1 / Math.sqrt(dot(sum, sum)));
        return unit;
    }

    private static void addTo(float[] sum, float[] vector, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (factor * vector[i]);
        }
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }

    private void add(Sentence sentence) {
        double[] given = new double[2 * DIMENSION], missing = new double[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            given[i] = sentence.mean()[i];
            given[DIMENSION + i] = sentence.passage()[i];
            missing[i] = sentence.alone()[i] - PRIOR * sentence.mean()[i];
        }
        for (int row = 0; row < given.length; row++) {
            for (int i = 0; i <= row; i++) {
                squares[row][i] += given[row] * given[i];
            }
            for (int i = 0; i < DIMENSION; i++) {
                products[row][i] += given[row] * missing[i];
            }
        }
    }

    /** With an empty last row, for the offset. */
    private float[][] weights() {
        solve();
        float[][] weights = new float[2 * DIMENSION + 1][DIMENSION];
        for (int row = 0; row < 2 * DIMENSION; row++) {
            for (int i = 0; i < DIMENSION; i++) {
                weights[row][i] = (float) (products[row][i] + (row == i ? PRIOR + MEAN_SHARE : 0));
            }
        }
        return weights;
    }

    /** Replaces the products by the solution, by Cholesky's decomposition. */
    private void solve() {
        for (int row = 0; row < squares.length; row++) {
            squares[row][row] += PENALTY;
            for (int column = 0; column <= row; column++) {
                double rest = squares[row][column];
                for (int i = 0; i < column; i++) {
                    rest -= squares[row][i] * squares[column][i];
                }
                squares[row][column] = row == column ? Math.sqrt(rest) : rest / squares[column][column];
            }
        }
        for (int row = 0; row < squares.length; row++) {
            for (int i = 0; i < row; i++) {
                subtract(products[row], squares[row][i], products[i]);
            }
            divide(products[row], squares[row][row]);
        }
        for (int row = squares.length - 1; row >= 0; row--) {
            for (int i = row + 1; i < squares.length; i++) {
                subtract(products[row], squares[i][row], products[i]);
            }
            divide(products[row], squares[row][row]);
        }
    }

    private static void subtract(double[] from, double factor, double[] row) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * row[i];
        }
    }

    private static void divide(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= by;
        }
    }
}
