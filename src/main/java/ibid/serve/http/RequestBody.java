package ibid.serve.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/** What holds of the body of every request: text in an encoding that is known here, and read before it is answered. */
public final class RequestBody {

    /**
     * Of a body that no route read: more than any refused question and the files of most uploads. After more the
     * connection is not used again.
     */
    private static final long MAX_UNREAD_BYTES = 16 << 20;

    private static final int BUFFER_BYTES = 16 << 10;

    private RequestBody() {}

    /** Adds the checks, to be called before the routes are added. */
    public static void register(RoutesConfig routes) {
        routes.before(RequestBody::checkEncoding);
        routes.after(RequestBody::readToEnd);
    }

    private static void checkEncoding(Context context) {
        String name = context.characterEncoding();
        try {
            if (name != null) {
                Charset.forName(name);
            }
        } catch (IllegalArgumentException unknown) { // not a name, or not that of an encoding
            throw new UnsupportedMediaTypeResponse("the encoding “" + name + "” is not known here; send UTF-8");
        }
    }

    /**
     * A response to a body that is still on its way would be lost: the connection is closed with bytes unread, and the
     * client's system then throws away what it has received. Where it cannot be read, the client is told that the
     * connection is closed, or it would send its next request on it. A client that waits for leave to send never gets
     * it.
     */
    public static void readToEnd(Context context) {
        if (context.res().isCommitted()) {
            return;
        }
        boolean isTooLong = context.req().getContentLengthLong() > MAX_UNREAD_BYTES;
        if (isTooLong || context.header("Expect") != null || !isRead(context)) {
            context.header("Connection", "close");
        }
    }

    private static boolean isRead(Context context) {
        try {
            InputStream body = context.req().getInputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            long left = MAX_UNREAD_BYTES;
            int read = body.read(buffer);
            while (read >= 0 && left > 0) {
                left -= read;
                read = body.read(buffer);
            }
            return read < 0;
        } catch (IllegalStateException readAsText) {
            return true; // by a servlet of a library, which reads all
        } catch (IOException unreadable) {
            return false; // the client is gone, or what it sent is no whole form
        }
    }
}
