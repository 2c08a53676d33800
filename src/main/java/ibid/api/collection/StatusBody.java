package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whether the server is alive, or ready to answer.
 *
 * @param failing what is not as it must be; left out where nothing is
 */
public record StatusBody(
        String status,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FailingCheck> failing) {

    /** @param detail what is wrong and how to mend it */
    public record FailingCheck(String check, String detail) {}

    public StatusBody {
        failing = List.copyOf(failing);
    }

    public StatusBody(String status) {
        this(status, List.of());
    }
}
