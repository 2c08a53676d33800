package ibid.serve.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;

/**
 * A program of its own that passes connections on to a port, as a web server in front or a tunnel does, or that sends
 * requests to it. It prints the port it listens on, or the response.
 */
public final class Relay {

    private Relay() {}

    /** @param what an address to listen on, "send" to pass on its input, or "later" */
    public static Process start(String what, int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java, "-XX:TieredStopAtLevel=1", "-cp", classes, Relay.class.getName(), what, "" + port)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        int target = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("send")) {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                server.getOutputStream().write(System.in.readAllBytes());
                server.getInputStream().transferTo(System.out);
            }
            return;
        }
        if (arguments[0].equals("later")) {
            passOnLater(target);
            return;
        }
        InetAddress address = InetAddress.getByName(arguments[0]);
        try (ServerSocket listening = new ServerSocket(0, 50, address)) {
            System.out.println(listening.getLocalPort());
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            }
        }
    }

    /** Sends its own input on a connection, and when that ends what the first stranger sends, on the same one. */
    private static void passOnLater(int target) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket listening = new ServerSocket(0, 50, here);
                Socket server = new Socket(here, target)) {
            System.out.println(listening.getLocalPort());
            Thread.ofVirtual().start(() -> print(server));
            System.in.transferTo(server.getOutputStream());
            try (Socket stranger = listening.accept()) {
                stranger.getInputStream().transferTo(server.getOutputStream());
            }
        }
    }

    private static void print(Socket server) {
        try {
            server.getInputStream().transferTo(System.out);
        } catch (IOException closed) {
            return;
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            return;
        }
    }
}
