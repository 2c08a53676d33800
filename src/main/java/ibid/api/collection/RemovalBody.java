package ibid.api.collection;

import ibid.library.ListedFile;

/** An article whose file was removed, and which goes from the answers when the update under way is done. */
public record RemovalBody(String id, ListedFile.State state, String reason) {}
