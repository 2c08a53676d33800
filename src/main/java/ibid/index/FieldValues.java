package ibid.index;

import ibid.article.ArticleId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Lists what the documents of an index have in a field. */
final class FieldValues {

    private FieldValues() {}

    static List<String> of(IndexSearcher searcher, String field) throws IOException {
        List<String> found = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), field);
        if (terms == null) {
            return found;
        }
        TermsEnum values = terms.iterator();
        while (values.next() != null) {
            if (isUsed(searcher, new Term(field, BytesRef.deepCopyOf(values.term())))) {
                found.add(values.term().utf8ToString());
            }
        }
        return found;
    }

    /** Whether a live document has the term. Lucene keeps terms of deleted documents for a while. */
    private static boolean isUsed(IndexSearcher searcher, Term term) throws IOException {
        return searcher.count(new TermQuery(term)) > 0;
    }

    /** What a document has in a field of one value, or empty. */
    static String at(LeafReaderContext leaf, int document, String field) throws IOException {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        return values.advanceExact(document - leaf.docBase)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }

    static OptionalLong published(LeafReaderContext leaf, int document) throws IOException {
        NumericDocValues published = DocValues.getNumeric(leaf.reader(), IndexFields.OF_DAY);
        boolean isDated = published.advanceExact(document - leaf.docBase);
        return isDated ? OptionalLong.of(published.longValue()) : OptionalLong.empty();
    }

    /** The id that is stored; what cannot be one is damage. */
    static ArticleId articleId(String stored) throws CorruptIndexException {
        try {
            return new ArticleId(stored);
        } catch (IllegalArgumentException broken) {
            throw new CorruptIndexException(broken.getMessage(), IndexFields.OF_ARTICLE, broken);
        }
    }
}
