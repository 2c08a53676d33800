package ibid.serve.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/** Ends requests that were answered before their body was read: the client receives the response all the same. */
public final class UnreadBodies implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        request.addHttpStreamWrapper(stream -> new LingeringStream(stream, connection));
        return request;
    }

    private static final class LingeringStream extends HttpStream.Wrapper {

        private final ConnectionMetaData connection;

        private LingeringStream(HttpStream stream, ConnectionMetaData connection) {
            super(stream);
            this.connection = connection;
        }

        /** Jetty calls it also where the response is sent and only the body is unread, and would close at once. */
        @Override
        public void failed(Throwable failure) {
            if (isAnswered()) {
                LingeringClose.of(connection, Callback.from(() -> super.failed(failure)));
            } else {
                super.failed(failure);
            }
        }

        private boolean isAnswered() {
            return connection.getConnection() instanceof HttpConnection http
                    && http.getGenerator().isEnd()
                    && http.getParser().inContentState();
        }
    }
}
