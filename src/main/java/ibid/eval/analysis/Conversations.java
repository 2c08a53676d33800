package ibid.eval.analysis;

import ibid.eval.dataset.Topic;
import ibid.eval.run.TopicResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups topics by conversation. A follow-up depends on the questions before it, so statistics resample conversations,
 * not topics.
 */
final class Conversations {

    private Conversations() {}

    /** The id of the first topic of each topic's conversation, by the topic's id. */
    static Map<String, String> roots(List<TopicResult> results) {
        Map<String, String> roots = new HashMap<>();
        for (TopicResult result : results) {
            Topic topic = result.topic();
            roots.put(topic.id(), roots.getOrDefault(topic.follows(), topic.id()));
        }
        return roots;
    }

    /** The results of each conversation, in the order of the conversations' first topics. */
    static List<List<TopicResult>> of(List<TopicResult> results) {
        Map<String, String> roots = roots(results);
        Map<String, List<TopicResult>> conversations = new LinkedHashMap<>();
        for (TopicResult result : results) {
            String root = roots.get(result.topic().id());
            conversations.computeIfAbsent(root, first -> new ArrayList<>()).add(result);
        }
        return List.copyOf(conversations.values());
    }
}
