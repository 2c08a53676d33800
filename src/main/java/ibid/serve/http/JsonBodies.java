package ibid.serve.http;

import ibid.IbidException;
import ibid.api.Json;
import io.javalin.json.JsonMapper;
import java.lang.reflect.Type;

/**
 * Javalin's JSON mapper: reads requests strictly and writes responses with the mapper of the API. Threads may share it.
 */
public final class JsonBodies implements JsonMapper {

    @Override
    public String toJsonString(Object body, Type type) {
        return Json.write(body);
    }

    @Override
    @SuppressWarnings("unchecked") // routes name classes only
    public <T> T fromJsonString(String json, Type type) {
        if (json.isBlank()) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the request has no body; send a JSON object with Content-Type: application/json");
        }
        return Json.readStrict(json, (Class<T>) type, "the request");
    }
}
