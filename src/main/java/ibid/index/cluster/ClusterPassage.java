package ibid.index.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A passage on its way to a cluster.
 *
 * @param key  the passage's id, an @ and a hash of its content
 * @param body as it is sent
 */
record ClusterPassage(String key, ObjectNode body) {

    static String article(String key) {
        return key.substring(0, key.lastIndexOf('#'));
    }
}
