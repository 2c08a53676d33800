package ibid.search;

import ibid.index.ForeignAnalyzer;
import ibid.index.TermAnalyzer;
import ibid.language.QuestionLanguage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Splits text into index terms, so that other steps compare words in the same way as the search. */
public final class IndexTerms {

    private static final Analyzer ANALYZER = new TermAnalyzer(); // thread-safe: its state is thread-local
    private static final Map<String, Analyzer> FOREIGN = new ConcurrentHashMap<>();

    /** @param start char offset in the text */
    public record Term(String term, String word, int start) {}

    private IndexTerms() {}

    /** Every term of the text in order, stop words left out. */
    public static List<Term> in(String text) {
        return in(text, ANALYZER);
    }

    /** The same with the stems of a language that {@link QuestionLanguage} knows. */
    public static List<Term> in(String text, String language) {
        boolean isEnglish = language.equals(QuestionLanguage.ENGLISH);
        return in(text, isEnglish ? ANALYZER : FOREIGN.computeIfAbsent(language, ForeignAnalyzer::new));
    }

    private static List<Term> in(String text, Analyzer analyzer) {
        List<Term> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term(term, place, text));
            }
            stream.end();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return terms;
    }

    private static Term term(CharTermAttribute term, OffsetAttribute place, String text) {
        int start = place.startOffset();
        return new Term(term.toString(), text.substring(start, place.endOffset()), start);
    }

    public static List<String> of(String text) {
        return of(text, QuestionLanguage.ENGLISH);
    }

    public static List<String> of(String text, String language) {
        return in(text, language).stream().map(Term::term).toList();
    }
}
