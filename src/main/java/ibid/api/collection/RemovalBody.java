package ibid.api.collection;

import ibid.library.ListedFile;

/** An article whose file was removed. It leaves the answers when the running update ends. */
public record RemovalBody(String id, ListedFile.State state, String reason) {}
