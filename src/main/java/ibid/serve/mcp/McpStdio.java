package ibid.serve.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.modern.server.transport.StdioMcpTransport;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/**
 * The Model Context Protocol over a pair of streams, one message a line, for a desktop assistant that starts this
 * program. The first message chooses the generation.
 */
public final class McpStdio {

    /** Every message of the modern protocol carries this key; none of the older one does. */
    private static final String MODERN_KEY = "io.modelcontextprotocol/protocolVersion";

    private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();

    private final Toolbox toolbox;
    private final String version;

    public McpStdio(Toolbox toolbox, String version) {
        this.toolbox = toolbox;
        this.version = version;
    }

    /** Answers until the input ends. */
    public void serve(InputStream in, OutputStream out) throws IOException {
        BufferedInputStream input = new BufferedInputStream(in);
        byte[] first = line(input);
        if (new String(first, StandardCharsets.UTF_8).contains(MODERN_KEY)) {
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), input);
            new StdioMcpTransport(ModernProtocol.server(toolbox, version), JSON, whole, out)
                    .start()
                    .block();
        } else {
            LegacyLines legacy = new LegacyLines();
            LegacyProtocol.serve(toolbox, version, legacy);
            for (byte[] line = first; line.length > 0; line = line(input)) {
                legacy.answer(new String(line, StandardCharsets.UTF_8), out);
            }
        }
    }

    /** The next line with its end; empty at the end of the input. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            line.write(read);
            if (read == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    /** Messages of the older protocol, answered one after the other. */
    private static final class LegacyLines implements McpStatelessServerTransport {

        private McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
            handler = mcpHandler;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        void answer(String line, OutputStream out) throws IOException {
            if (line.isBlank()) {
                return;
            }
            McpSchema.JSONRPCMessage message = McpSchema.deserializeJsonRpcMessage(JSON, line);
            if (message instanceof McpSchema.JSONRPCRequest request) {
                write(handler.handleRequest(McpTransportContext.EMPTY, request).block(), out);
            } else if (message instanceof McpSchema.JSONRPCNotification notification) {
                handler.handleNotification(McpTransportContext.EMPTY, notification)
                        .block();
            }
        }

        private static void write(McpSchema.JSONRPCResponse response, OutputStream out) throws IOException {
            out.write(JSON.writeValueAsBytes(response));
            out.write('\n');
            out.flush();
        }
    }
}
