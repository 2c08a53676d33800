package ibid.serve.route;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.share.ShareBody;
import ibid.export.SharedPage;
import ibid.log.ShareLinks;
import ibid.receipt.AnswerRecheck;
import ibid.serve.caller.Callers;
import ibid.serve.caller.OwnHistory;
import ibid.serve.caller.PageOrigin;
import ibid.serve.http.Problems;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Optional;

/** Links by which others read one answer: their owner makes, lists and revokes them; whoever has one reads. */
public final class ShareRoutes {

    private static final String PAGE = "/s/";

    private final ShareLinks links;
    private final AnswerRecheck recheck;
    private final OwnHistory own;
    private final Callers callers;

    /** @param callers notes in the audit what is shared */
    public ShareRoutes(ShareLinks links, AnswerRecheck recheck, OwnHistory own, Callers callers) {
        this.links = links;
        this.recheck = recheck;
        this.own = own;
        this.callers = callers;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/answers/{id}/share", this::share);
        routes.get("/api/v1/shares", context -> context.json(new ShareBody.Listing(links.of(own.reader(context)))));
        routes.delete("/api/v1/shares/{id}", this::revoke);
        routes.get(PAGE + "{link}", this::show);
    }

    private void share(Context context) {
        String id = own.answer(context, context.pathParam("id"));
        ShareLinks.Made made = links.make(id)
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.NOT_FOUND, "the answer “" + id + "” is not complete; share it when it is"));
        callers.note(
                context, "share", "", "answer " + id + ", link " + made.link().id());
        context.status(201).json(made.link().at(PageOrigin.of(context.req()).origin() + PAGE + made.secret()));
    }

    private void revoke(Context context) {
        String id = context.pathParam("id");
        if (!links.revoke(own.reader(context), id)) {
            throw OwnHistory.missing("link", id);
        }
        callers.note(context, "revoke share", "", "link " + id);
        context.status(204);
    }

    /** Read anew each time, so that a link that was revoked leads nowhere at once. */
    private void show(Context context) {
        context.header("Cache-Control", "no-store").header("X-Robots-Tag", "noindex, nofollow");
        Problems.leaveNotFound(context);
        Optional<AnswerBody> answer = links.answer(context.pathParam("link"));
        context.status(answer.isPresent() ? 200 : 404)
                .html(answer.map(found -> page(found, context)).orElseGet(SharedPage::gone));
    }

    private String page(AnswerBody answer, Context context) {
        return SharedPage.of(answer, recheck.check(answer, Instant.now()), PageOrigin.of(context.req()));
    }
}
