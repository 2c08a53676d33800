package ibid.index.cluster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of a passage's document, and how they are mapped in a cluster. Words are analyzed here and sent as terms,
 * one a line, so that there is one analysis and every term is the same as in an embedded index.
 *
 * @param fields   by name; a document's other fields are not sent
 * @param analyzer of the fields of words
 */
public record ClusterSchema(Map<String, FieldType> fields, Analyzer analyzer) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TERMS = "terms"; // name of the analyzer and of its tokenizer

    /** When a passage was written, in milliseconds since 1970. */
    static final String WRITTEN = "written";

    public ClusterSchema {
        fields = Map.copyOf(fields);
    }

    /** The one field of a type. */
    String field(Class<? extends FieldType> type) {
        return fields.entrySet().stream()
                .filter(field -> type.isInstance(field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** Weights of the fields of words, as a query names them. */
    ArrayNode weightedFields() {
        ArrayNode weighted = JSON.arrayNode();
        new TreeMap<>(fields).forEach((name, type) -> {
            if (type instanceof FieldType.Words words) {
                weighted.add(name + "^" + words.weight());
            }
        });
        return weighted;
    }

    /** The request that makes an index. Nothing is found in it before its first refresh. */
    ObjectNode index(int shards) {
        ObjectNode properties = JSON.objectNode();
        fields.forEach((name, type) -> properties.set(name, mapping(type)));
        properties.set(WRITTEN, mapping(new FieldType.Number()));
        ObjectNode analysis = JSON.objectNode();
        analysis.putObject("tokenizer")
                .putObject(TERMS)
                .put("type", "char_group")
                .putArray("tokenize_on_chars")
                .add("\n");
        analysis.putObject("analyzer").putObject(TERMS).put("type", "custom").put("tokenizer", TERMS);
        ObjectNode settings = JSON.objectNode();
        settings.put("number_of_shards", shards);
        settings.put("auto_expand_replicas", "0-1"); // two copies of each shard, where there are two nodes
        settings.put("index.knn", true);
        settings.put("refresh_interval", "-1");
        settings.set("analysis", analysis);
        ObjectNode index = JSON.objectNode();
        index.set("settings", settings);
        index.putObject("mappings").put("dynamic", "strict").set("properties", properties);
        return index;
    }

    private static ObjectNode mapping(FieldType type) {
        ObjectNode mapping = JSON.objectNode();
        return switch (type) {
            case FieldType.Keyword() -> mapping.put("type", "keyword");
            case FieldType.Number() -> mapping.put("type", "long");
            case FieldType.Words words -> mapping.put("type", "text").put("analyzer", TERMS);
            case FieldType.Bytes() -> mapping.put("type", "binary");
            case FieldType.Vector(int dimension) -> {
                mapping.put("type", "knn_vector").put("dimension", dimension);
                mapping.putObject("method")
                        .put("name", "hnsw")
                        .put("engine", "lucene") // the others need native code that not every node has
                        .put("space_type", "cosinesimil");
                yield mapping;
            }
        };
    }

    /** The document as it is sent. */
    ObjectNode of(Document document) {
        ObjectNode sent = JSON.objectNode();
        fields.forEach((name, type) -> {
            IndexableField field = document.getField(name);
            if (type instanceof FieldType.Keyword) {
                ArrayNode values = sent.putArray(name);
                Arrays.stream(document.getFields(name))
                        .map(IndexableField::stringValue)
                        .forEach(values::add);
            } else if (field != null) {
                put(sent, name, type, field);
            }
        });
        return sent;
    }

    private void put(ObjectNode sent, String name, FieldType type, IndexableField field) {
        switch (type) {
            case FieldType.Keyword() -> throw new IllegalArgumentException("may have several values: " + name);
            case FieldType.Number() -> sent.put(name, field.numericValue().longValue());
            case FieldType.Words words -> sent.put(name, terms(name, field.stringValue()));
            case FieldType.Bytes() -> sent.put(name, base64(field.binaryValue()));
            case FieldType.Vector vector -> {
                ArrayNode numbers = sent.putArray(name);
                for (float number : ((KnnFloatVectorField) field).vectorValue()) {
                    numbers.add(number);
                }
            }
        }
    }

    private static String base64(BytesRef bytes) {
        byte[] copy = BytesRef.deepCopyOf(bytes).bytes;
        return Base64.getEncoder().encodeToString(copy);
    }

    private String terms(String field, String text) {
        StringJoiner terms = new StringJoiner("\n");
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term);
            }
            stream.end();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return terms.toString();
    }
}
