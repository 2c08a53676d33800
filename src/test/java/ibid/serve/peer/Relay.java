package ibid.serve.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A program of its own that passes connections on to a port, as a web server in front or a tunnel does, or that sends
 * one request to it. It prints the port it listens on, or the response.
 */
public final class Relay {

    private Relay() {}

    public static void main(String[] arguments) throws IOException {
        int target = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("send")) {
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                server.getOutputStream().write(System.in.readAllBytes());
                server.getInputStream().transferTo(System.out);
            }
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

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            return;
        }
    }
}
