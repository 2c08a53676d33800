package ibid.index.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;

/** Writes a query of Lucene in OpenSearch's language: the few kinds of which Ibid's are made. */
final class QueryJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<Occur, String> OCCURS = Map.of(
            Occur.MUST, "must",
            Occur.SHOULD, "should",
            Occur.FILTER, "filter",
            Occur.MUST_NOT, "must_not");

    private final ClusterSchema schema;

    QueryJson(ClusterSchema schema) {
        this.schema = schema;
    }

    ObjectNode of(Query query) {
        return switch (query) {
            case BooleanQuery all -> of(all);
            case TermQuery one -> of(one.getTerm());
            case TermInSetQuery any -> of(any);
            case PointRangeQuery range -> of(range);
            case PhraseQuery phrase -> of(phrase);
            case CombinedFieldQuery fields -> of(fields);
            default -> throw new IllegalArgumentException("no query for a cluster: " + query);
        };
    }

    private ObjectNode of(BooleanQuery query) {
        ObjectNode json = JSON.objectNode();
        ObjectNode bool = json.putObject("bool");
        for (BooleanClause clause : query.clauses()) {
            bool.withArray("/" + OCCURS.get(clause.occur())).add(of(clause.query()));
        }
        if (query.getMinimumNumberShouldMatch() > 0) {
            bool.put("minimum_should_match", query.getMinimumNumberShouldMatch());
        }
        return json;
    }

    /** A field that a cluster does not have would match nothing there, without a word. */
    private String sent(String field) {
        if (!schema.fields().containsKey(field)) {
            throw new IllegalArgumentException("passages in a cluster have no field " + field);
        }
        return field;
    }

    private ObjectNode of(Term term) {
        ObjectNode json = JSON.objectNode();
        json.putObject("term").putObject(sent(term.field())).put("value", term.text());
        return json;
    }

    private ObjectNode of(TermInSetQuery query) {
        ObjectNode json = JSON.objectNode();
        ArrayNode values = json.putObject("terms").putArray(sent(query.getField()));
        BytesRefIterator terms = query.getBytesRefIterator();
        try {
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                values.add(term.utf8ToString());
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return json;
    }

    private ObjectNode of(PointRangeQuery query) {
        ObjectNode json = JSON.objectNode();
        json.putObject("range")
                .putObject(sent(query.getField()))
                .put("gte", LongPoint.decodeDimension(query.getLowerPoint(), 0))
                .put("lte", LongPoint.decodeDimension(query.getUpperPoint(), 0));
        return json;
    }

    private ObjectNode of(PhraseQuery query) {
        StringJoiner terms = new StringJoiner("\n");
        for (Term term : query.getTerms()) {
            terms.add(term.text());
        }
        ObjectNode json = JSON.objectNode();
        json.putObject("match_phrase").putObject(sent(query.getField())).put("query", terms.toString());
        return json;
    }

    /** One term in all fields of words, whose weights the schema knows. */
    private ObjectNode of(CombinedFieldQuery query) {
        Set<String> terms = new TreeSet<>();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query part, Term... found) {
                for (Term term : found) {
                    terms.add(term.text());
                }
            }
        });
        ObjectNode json = JSON.objectNode();
        json.putObject("combined_fields").put("query", String.join("\n", terms)).set("fields", schema.weightedFields());
        return json;
    }
}
