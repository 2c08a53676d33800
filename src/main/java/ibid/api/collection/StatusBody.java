package ibid.api.collection;

/** Whether the server is alive, or ready to answer. */
public record StatusBody(String status) {}
