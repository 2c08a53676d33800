package ibid.cli.process;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What others are told of this process. */
public final class ThisProcess {

    private ThisProcess() {}

    /** "process 123 on news1" */
    public static String name() {
        return "process " + ProcessHandle.current().pid() + " on " + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this network"; // a machine whose own name no name server knows
        }
    }
}
