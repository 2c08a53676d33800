package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.index.TermAnalyzer;
import ibid.search.IndexTerms;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.RuleQueryRewriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The question of {@link WhichRewrite} by words alone, in a minute: BM25 over whole articles, no embedding. A form of a
 * CAsT follow-up is right where it finds the same first article as the person's; one of MTRAG where it finds a marked
 * text. Takes the folder of the data, and "list" to see every query.
 */
public final class RewriteByWords {

    private static final RuleQueryRewriter REWRITER = new RuleQueryRewriter();
    private static final int DEPTH = 3;

    private final IndexSearcher searcher;

    private record Talk(List<String> asked, List<String> answers, String rewrite, Set<String> gold) {

        String question() {
            return asked.getLast();
        }

        String standAlone() {
            List<EarlierTurn> earlier = new ArrayList<>();
            for (int turn = 0; turn < asked.size() - 1; turn++) {
                String query = REWRITER.rewrite(asked.get(turn), earlier).text();
                String answer = turn < answers.size() ? answers.get(turn) : "";
                earlier.add(new EarlierTurn(asked.get(turn), query, answer));
            }
            return REWRITER.rewrite(question(), earlier).text();
        }

        String withLast() {
            return asked.get(asked.size() - 2) + " " + question();
        }
    }

    private RewriteByWords(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
        Path articles = Path.of("target/bench/rewrite/articles");
        BroadArticles.write(data, articles);
        RewriteByWords bench = new RewriteByWords(new IndexSearcher(DirectoryReader.open(index(articles))));
        boolean list = List.of(arguments).contains("list");
        bench.compare("CAsT", cast(data.resolve("rewrite/cast.jsonl")), list);
        bench.compare("MTRAG", mtrag(data.resolve("answerability/mtrag.jsonl")), list);
    }

    private static ByteBuffersDirectory index(Path articles) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new TermAnalyzer()));
                Stream<Path> files = Files.list(articles)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                Document document = new Document();
                document.add(new TextField("text", text, Field.Store.NO));
                String quoted = text.lines().skip(1).findFirst().orElseThrow().substring("title: ".length());
                document.add(new StoredField("title", JsonLines.JSON.readValue(quoted, String.class)));
                writer.addDocument(document);
            }
        }
        return directory;
    }

    private List<String> search(String query) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Set.copyOf(IndexTerms.of(query)).forEach(term -> any.add(new TermQuery(new Term("text", term)), Occur.SHOULD));
        try {
            List<String> titles = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(any.build(), DEPTH).scoreDocs) {
                titles.add(searcher.storedFields().document(hit.doc).get("title"));
            }
            return titles;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private void compare(String name, List<Talk> talks, boolean list) {
        Map<String, Function<Talk, String>> ways = new LinkedHashMap<>();
        ways.put("the question as it is", Talk::question);
        ways.put("with the question before it", Talk::withLast);
        ways.put("stand-alone", Talk::standAlone);
        ways.put("stand-alone and the question before", talk -> talk.withLast() + " " + talk.standAlone());
        System.out.printf(
                "%s, %d follow-ups%n%-40s%10s%10s%10s%n", name, talks.size(), "", "first", "in three", "terms");
        ways.forEach((label, way) -> System.out.println(row(label, way, talks)));
        if (list) {
            talks.forEach(talk -> System.out.printf(
                    "%s%n      %s%n   -> %s%n    = %s%n",
                    String.join(" | ", talk.asked.subList(0, talk.asked.size() - 1)),
                    talk.question(),
                    talk.standAlone(),
                    talk.rewrite));
        }
    }

    private String row(String label, Function<Talk, String> way, List<Talk> talks) {
        double first = 0, three = 0, terms = 0;
        for (Talk talk : talks) {
            String query = way.apply(talk);
            Set<String> gold =
                    talk.gold.isEmpty() ? Set.copyOf(search(talk.rewrite).subList(0, 1)) : talk.gold;
            List<String> found = search(query);
            first += !found.isEmpty() && gold.contains(found.getFirst()) ? 1 : 0;
            three += found.stream().anyMatch(gold::contains) ? 1 : 0;
            terms += talk.rewrite.isEmpty() ? 0 : overlap(IndexTerms.of(query), IndexTerms.of(talk.rewrite));
        }
        int all = talks.size();
        return String.format(Locale.ROOT, "%-40s%10.3f%10.3f%10.3f", label, first / all, three / all, terms / all);
    }

    /** F1 of the terms. */
    private static double overlap(List<String> ours, List<String> theirs) {
        Set<String> both = new LinkedHashSet<>(ours);
        both.retainAll(Set.copyOf(theirs));
        int sum = Set.copyOf(ours).size() + Set.copyOf(theirs).size();
        return sum == 0 ? 0 : 2.0 * both.size() / sum;
    }

    private static List<Talk> cast(Path file) throws IOException {
        List<Talk> talks = new ArrayList<>();
        for (JsonNode line : JsonLines.read(file)) {
            List<String> asked = new ArrayList<>();
            line.path("history").forEach(question -> asked.add(question.asText()));
            asked.add(line.path("question").asText());
            talks.add(new Talk(asked, List.of(), line.path("rewrite").asText(), Set.of()));
        }
        return talks;
    }

    private static List<Talk> mtrag(Path file) throws IOException {
        List<Talk> talks = new ArrayList<>();
        for (AnsweredFollowUp turn : AnsweredFollowUp.readAll(file)) {
            talks.add(new Talk(turn.asked(), turn.answers(), "", turn.gold()));
        }
        return talks;
    }
}
