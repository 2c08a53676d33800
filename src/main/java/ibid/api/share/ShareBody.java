package ibid.api.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A link to an answer.
 *
 * @param id  by which its owner revokes it; it does not lead to the answer
 * @param url of the page that shows the answer; only in the response that made the link
 */
public record ShareBody(
        String id,
        String answerId,
        String question,
        Instant created,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String url) {

    /** The links of a reader, newest first. */
    public record Listing(List<ShareBody> shares) {

        public Listing {
            shares = List.copyOf(shares);
        }
    }

    public ShareBody at(String address) {
        return new ShareBody(id, answerId, question, created, address);
    }
}
