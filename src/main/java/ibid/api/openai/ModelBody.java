package ibid.api.openai;

import java.util.List;

/**
 * A way of answering that a client may choose by its name.
 *
 * @param created seconds since 1970
 */
public record ModelBody(String id, String object, long created, String ownedBy) {

    /** All of them. */
    public record Listing(String object, List<ModelBody> data) {

        public Listing(List<ModelBody> data) {
            this("list", data);
        }
    }

    public ModelBody(String id, long created) {
        this(id, "model", created, "ibid");
    }
}
