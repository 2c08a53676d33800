package ibid.api.collection;

import java.util.List;

/** Questions that the articles can answer. */
public record SuggestionsBody(List<String> questions) {}
