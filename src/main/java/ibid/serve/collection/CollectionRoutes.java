package ibid.serve.collection;

import ibid.answer.collection.CollectionFacts;
import ibid.api.collection.CollectionBody;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.search.SearchFilters;
import ibid.serve.http.QueryParameters;
import ibid.serve.route.Readiness;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What is known of the collection as a whole. */
public final class CollectionRoutes {

    private final PassageIndex index;
    private final Readiness readiness;
    private volatile Known last =
            new Known(SearchFilters.NONE, new CollectionBody(0, null, null, null, null, null, ""));

    /** The last body sent; the same articles give the same again. */
    private record Known(SearchFilters filters, CollectionBody body) {}

    public CollectionRoutes(PassageIndex index, Readiness readiness) {
        this.index = index;
        this.readiness = readiness;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/collection", readiness.required(this::get));
    }

    private void get(Context context) {
        SearchFilters filters = QueryParameters.withFilters(context).filters();
        try (IndexSnapshot snapshot = index.snapshot()) {
            Known known = last;
            boolean isKnown =
                    known.filters().equals(filters) && known.body().index().equals(snapshot.generation());
            if (!isKnown || snapshot.generation().isEmpty()) {
                known = new Known(filters, CollectionBody.of(CollectionFacts.of(snapshot, filters), snapshot));
                last = known;
            }
            context.json(known.body());
        }
    }
}
