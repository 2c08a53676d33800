package ibid.index;

import ibid.language.QuestionLanguage;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Analyzes text to the stems of a language other than English; of Chinese, to pairs of neighbouring signs. The index
 * itself is analyzed as English; the search finds the index terms of a stem.
 */
public final class ForeignAnalyzer extends Analyzer {

    /** About as good as a lemmatiser for Turkish: Can et al., "Information Retrieval on Turkish Texts", 2008. */
    private static final int TURKISH_STEM_CHARS = 5;

    private static final Map<String, Supplier<SnowballStemmer>> STEMMERS = Map.of(
            "de", GermanStemmer::new,
            "fr", FrenchStemmer::new,
            "es", SpanishStemmer::new,
            "it", ItalianStemmer::new,
            "pt", PortugueseStemmer::new,
            "ru", RussianStemmer::new);
    private static final Map<String, Set<?>> STOP_WORDS = Map.of(
            "de", GermanAnalyzer.getDefaultStopSet(),
            "fr", FrenchAnalyzer.getDefaultStopSet(),
            "es", SpanishAnalyzer.getDefaultStopSet(),
            "it", ItalianAnalyzer.getDefaultStopSet(),
            "pt", PortugueseAnalyzer.getDefaultStopSet(),
            "ru", RussianAnalyzer.getDefaultStopSet(),
            "tr", TurkishAnalyzer.getDefaultStopSet());

    private final String language;

    public ForeignAnalyzer(String language) {
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream lower = new LowerCaseFilter(words);
        if (language.equals("zh")) {
            return new TokenStreamComponents(words, new CJKBigramFilter(lower));
        }
        TokenStream plain = withoutArticles(lower);
        TokenStream terms = new StopFilter(plain, stopWords());
        return new TokenStreamComponents(words, stemmed(new ASCIIFoldingFilter(terms)));
    }

    /** Without the "l'" of French and Italian, and without Turkish endings after an apostrophe. */
    private TokenStream withoutArticles(TokenStream words) {
        return switch (language) {
            case "tr" -> new ApostropheFilter(words);
            case "fr", "it" -> new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
            default -> words;
        };
    }

    private CharArraySet stopWords() {
        CharArraySet all = new CharArraySet(QuestionLanguage.emptyWords(language), false);
        all.addAll(STOP_WORDS.get(language));
        return all;
    }

    /** The stem of the folded word, because the terms of the index are folded too. */
    private TokenStream stemmed(TokenStream terms) {
        return language.equals("tr")
                ? new TruncateTokenFilter(terms, TURKISH_STEM_CHARS)
                : new SnowballFilter(terms, STEMMERS.get(language).get());
    }
}
