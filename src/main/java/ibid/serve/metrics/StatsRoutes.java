package ibid.serve.metrics;

import ibid.IbidException;
import ibid.access.Role;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.log.AnswerFigures;
import ibid.serve.caller.Callers;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** {@code GET /stats}: what editors act on. */
public final class StatsRoutes {

    private static final int USUAL_DAYS = 30;

    private final AnswerFigures figures;
    private final PassageIndex index;
    private final Callers callers;

    public StatsRoutes(AnswerFigures figures, PassageIndex index, Callers callers) {
        this.figures = figures;
        this.index = index;
        this.callers = callers;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/stats", this::stats);
    }

    private void stats(Context context) {
        callers.require(context, Role.EDITOR);
        QueryParameters parameters = QueryParameters.of(context, "from", "to");
        LocalDate to = parameters.day("to").orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
        LocalDate from = parameters.day("from").orElseGet(() -> to.minusDays(USUAL_DAYS - 1));
        if (from.isAfter(to)) {
            throw new IbidException(IbidException.Code.INVALID, "“from” is after “to”; exchange them");
        }
        context.json(figures.between(from, to, articles()));
    }

    private List<String> articles() {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.articleIds();
        }
    }
}
