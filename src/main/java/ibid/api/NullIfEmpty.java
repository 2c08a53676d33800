package ibid.api;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a text that is written as null if it is empty. Reading turns null into an empty text everywhere. */
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = NullIfEmpty.Serializer.class)
public @interface NullIfEmpty {

    /** Writes the text or null. */
    final class Serializer extends JsonSerializer<String> {

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (text.isEmpty()) {
                json.writeNull();
            } else {
                json.writeString(text);
            }
        }
    }
}
