package ibid.api.collection;

import ibid.library.ListedFile;

/** An article whose file was removed or put back. It leaves or enters the answers when the running update ends. */
public record RemovalBody(String id, ListedFile.State state, String reason) {}
