package ibid.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/** The JSON schema of an answer in sentences: each with its passages, and what is missing. */
final class SentenceSchema {

    private static final JsonArraySchema PASSAGES =
            JsonArraySchema.builder().items(new JsonStringSchema()).build();

    private static final JsonObjectSchema SENTENCE = JsonObjectSchema.builder()
            .addStringProperty("text")
            .addProperty("passages", PASSAGES)
            .required("text", "passages")
            .additionalProperties(false)
            .build();

    private static final JsonObjectSchema ANSWER = JsonObjectSchema.builder()
            .addProperty("sentences", JsonArraySchema.builder().items(SENTENCE).build())
            .addStringProperty("missing")
            .required("sentences", "missing")
            .additionalProperties(false)
            .build();

    static final ResponseFormat FORMAT = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder().name("answer").rootElement(ANSWER).build())
            .build();

    private SentenceSchema() {}
}
