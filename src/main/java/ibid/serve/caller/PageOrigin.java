package ibid.serve.caller;

import ibid.api.share.PageAddress;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;

/** What readers of a response call this server: its public address, or else the one that the request was sent to. */
public final class PageOrigin {

    private static final String KEY = PageOrigin.class.getName();

    private PageOrigin() {}

    /** Keeps it with the request, for whoever answers. */
    static void keep(Context context, ServerAddress address) {
        String origin =
                address.publicUrl().map(PublicUrl::toString).orElseGet(() -> context.scheme() + "://" + context.host());
        context.attribute(KEY, new PageAddress(origin));
    }

    /** That of a request on its way. */
    public static PageAddress of(HttpServletRequest request) {
        return (PageAddress) request.getAttribute(KEY);
    }
}
