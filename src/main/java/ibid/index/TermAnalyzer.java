package ibid.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;

/**
 * Analyzes English news text to index terms; queries must use the same analyzer. It removes possessives, dots of
 * abbreviations and accents, stems words, and maps the aliases in aliases.txt to one term: "U.S.", "the United States'"
 * and "American" are all "us".
 */
public final class TermAnalyzer extends Analyzer {

    /**
     * Version of the analysis. It changes whenever the same text would become other terms, so that articles are indexed
     * again.
     */
    static final String VERSION = "2-" + Integer.toHexString(aliasesFile().hashCode());

    private static final Pattern DOTTED = Pattern.compile("(?<=^|\\.)(\\p{L})\\.(?=\\p{L}(\\.|$))");
    private static final NormalizeCharMap SMALL_FIGURES = smallFigures();
    private static final SynonymMap ALIASES = aliases();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream terms = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
        terms = new PatternReplaceFilter(terms, DOTTED, "$1", true);
        terms = new FlattenGraphFilter(new SynonymGraphFilter(terms, ALIASES, false));
        terms = new StopFilter(terms, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new TokenStreamComponents(words, new KStemFilter(terms));
    }

    /**
     * "CO₂" is one term with "CO2"; the raised figure of a power or a note is not part of the word or number before it.
     */
    @Override
    protected Reader initReader(String field, Reader text) {
        return new MappingCharFilter(SMALL_FIGURES, text);
    }

    @Override
    protected Reader initReaderForNormalization(String field, Reader text) {
        return initReader(field, text);
    }

    private static NormalizeCharMap smallFigures() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (int digit = 0; digit < 10; digit++) {
            map.add(String.valueOf((char) ('₀' + digit)), String.valueOf(digit));
            map.add("⁰¹²³⁴⁵⁶⁷⁸⁹".substring(digit, digit + 1), " ");
        }
        return map.build();
    }

    private static SynonymMap aliases() {
        SynonymMap.Builder map = new SynonymMap.Builder(true);
        for (String line :
                aliasesFile().lines().filter(line -> line.contains("=>")).toList()) {
            String[] sides = line.split("\\s*=>\\s*");
            for (String form : sides[0].split("\\s*,\\s*")) {
                CharsRef words = SynonymMap.Builder.join(form.split(" "), new CharsRefBuilder());
                if (!form.equals(sides[1])) {
                    map.add(words, new CharsRef(sides[1]), false);
                }
            }
        }
        try {
            return map.build();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The single words that become another term: "malaysian", "yanks". They are not terms of the index, but the
     * spelling correction must know them.
     */
    public static Set<String> aliasWords() {
        return aliasesFile()
                .lines()
                .filter(line -> line.contains("=>"))
                .flatMap(line -> Stream.of(line.split("\\s*=>\\s*")[0].split("\\s*,\\s*")))
                .filter(form -> !form.contains(" "))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String aliasesFile() {
        try (InputStream file = TermAnalyzer.class.getResourceAsStream("aliases.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
