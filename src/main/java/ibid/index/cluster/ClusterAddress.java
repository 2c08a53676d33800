package ibid.index.cluster;

import ibid.IbidException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An OpenSearch cluster and who Ibid is there.
 *
 * @param nodes     the nodes that are asked, one or more
 * @param name      what the names of the indexes begin with
 * @param login     who asks
 * @param authority a PEM file with the authority that signed the nodes' certificates, if Java does not know it
 */
public record ClusterAddress(List<URI> nodes, String name, Login login, Optional<Path> authority) {

    private static final String PREFIX = "opensearch:";
    private static final String USUAL_NAME = "ibid";
    private static final int USUAL_PORT = 9200;

    public ClusterAddress {
        nodes = List.copyOf(nodes);
    }

    /** A user with a password, or a key, or neither. Only its own connection sees what is in it. */
    public record Login(String user, String password, String key) {

        public static final Login NONE = new Login("", "", "");

        @Override
        public String toString() {
            return user.isEmpty() ? "" : "as " + user;
        }
    }

    /**
     * @param setting like {@code opensearch:https://host1,host2:9201/name}; port and name may be left out
     * @throws IbidException INVALID if it is another
     */
    public static ClusterAddress of(String setting, Login login, Optional<Path> authority) {
        String rest = setting.startsWith(PREFIX) ? setting.substring(PREFIX.length()) : "";
        int scheme = rest.indexOf("://");
        if (scheme < 0 || !List.of("http", "https").contains(rest.substring(0, scheme))) {
            throw invalid(setting);
        }
        String place = rest.substring(scheme + 3);
        int slash = place.indexOf('/');
        String hosts = slash < 0 ? place : place.substring(0, slash);
        String name = slash < 0 || slash == place.length() - 1 ? USUAL_NAME : place.substring(slash + 1);
        if (!isName(name)) {
            throw invalid(setting);
        }
        List<URI> nodes = new ArrayList<>();
        for (String host : hosts.split(",", -1)) {
            nodes.add(node(rest.substring(0, scheme), host.strip(), setting));
        }
        return new ClusterAddress(nodes, name, login, authority);
    }

    private static URI node(String scheme, String host, String setting) {
        try {
            URI node = URI.create(scheme + "://" + host);
            boolean isPlain = node.getHost() != null && node.getUserInfo() == null && node.getQuery() == null;
            if (isPlain && node.getPort() < 0) {
                return URI.create(scheme + "://" + host + ":" + USUAL_PORT);
            }
            if (isPlain) {
                return node;
            }
        } catch (IllegalArgumentException unreadable) {
            throw invalid(setting);
        }
        throw invalid(setting);
    }

    /** OpenSearch takes more; these need no escaping anywhere. */
    private static boolean isName(String name) {
        return name.length() <= 60 && name.matches("[a-z][a-z0-9_-]*");
    }

    /** Without what may be a password. */
    private static IbidException invalid(String setting) {
        String shown = setting.contains("@") ? "one with a user in it" : "“" + setting + "”";
        return new IbidException(
                IbidException.Code.INVALID,
                "search must look like opensearch:https://host1,host2:9200 or opensearch:https://host/name, where the"
                        + " name has small letters, digits, - and _; not " + shown);
    }

    /** For messages. */
    public String place() {
        return nodes.stream().map(URI::getAuthority).collect(Collectors.joining(",")) + "/" + name;
    }
}
