package ibid.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options that several commands share, as picocli mixins. Options for a {@link Setting} take their description from it,
 * see {@link Setting#descriptions}.
 */
final class Flags {

    private Flags() {}

    /** The folders of the articles and of the data made from them, the database and the search cluster. */
    static final class Collection {

        @Option(names = "--corpus", paramLabel = "DIR")
        private String corpus;

        @Option(names = "--data", paramLabel = "DIR")
        private String data;

        @Option(names = "--database", paramLabel = "URL")
        private String database;

        @Option(names = "--database-user", paramLabel = "NAME")
        private String databaseUser;

        @Option(names = "--search", paramLabel = "CLUSTER")
        private String search;

        @Option(names = "--search-user", paramLabel = "NAME")
        private String searchUser;

        @Option(names = "--search-ca", paramLabel = "FILE")
        private String searchCa;

        Map<Setting, String> given() {
            Map<Setting, String> given = new EnumMap<>(Setting.class);
            put(given, Setting.CORPUS, corpus);
            put(given, Setting.DATA, data);
            put(given, Setting.DATABASE, database);
            put(given, Setting.DATABASE_USER, databaseUser);
            put(given, Setting.SEARCH, search);
            put(given, Setting.SEARCH_USER, searchUser);
            put(given, Setting.SEARCH_CA, searchCa);
            return given;
        }
    }

    /** The address of the server. */
    static final class Server {

        @Option(names = "--host", paramLabel = "ADDRESS")
        private String host;

        @Option(names = "--port", paramLabel = "N")
        private String port;

        @Option(names = "--keep-days", paramLabel = "N")
        private String keepDays;

        @Option(names = "--public-url", paramLabel = "URL")
        private String publicUrl;

        @Option(names = "--requests-per-minute", paramLabel = "N")
        private String requestsPerMinute;

        @Option(names = "--requests-in-all", paramLabel = "N")
        private String requestsInAll;

        @Option(names = "--answers-at-once", paramLabel = "N")
        private String answersAtOnce;

        @Option(names = "--identity-header", paramLabel = "NAME")
        private String identityHeader;

        @Option(names = "--trusted-proxies", paramLabel = "ADDRESSES")
        private String trustedProxies;

        Map<Setting, String> given() {
            Map<Setting, String> given = new EnumMap<>(Setting.class);
            put(given, Setting.HOST, host);
            put(given, Setting.PORT, port);
            put(given, Setting.KEEP_DAYS, keepDays);
            put(given, Setting.PUBLIC_URL, publicUrl);
            put(given, Setting.REQUESTS_PER_MINUTE, requestsPerMinute);
            put(given, Setting.REQUESTS_IN_ALL, requestsInAll);
            put(given, Setting.ANSWERS_AT_ONCE, answersAtOnce);
            put(given, Setting.IDENTITY_HEADER, identityHeader);
            put(given, Setting.TRUSTED_PROXIES, trustedProxies);
            return given;
        }
    }

    /** The writer of the answers. */
    static final class Writer {

        @Option(names = "--caution", paramLabel = "HOW")
        private String caution;

        @Option(names = "--model", paramLabel = "NAME")
        private String model;

        @Option(names = "--model-url", paramLabel = "URL")
        private String url;

        @Option(names = "--model-window", paramLabel = "N")
        private String window;

        Map<Setting, String> given() {
            Map<Setting, String> given = new EnumMap<>(Setting.class);
            put(given, Setting.CAUTION, caution);
            put(given, Setting.MODEL, model);
            put(given, Setting.MODEL_URL, url);
            put(given, Setting.MODEL_WINDOW, window);
            return given;
        }
    }

    /** All options of a server. */
    static final class Start {

        @Mixin
        private Collection collection;

        @Mixin
        private Server server;

        @Mixin
        private Writer writer;

        Map<Setting, String> given() {
            Map<Setting, String> given = new EnumMap<>(Setting.class);
            given.putAll(collection.given());
            given.putAll(server.given());
            given.putAll(writer.given());
            return given;
        }
    }

    /** The judge of whether footnotes support their sentences. */
    static final class Judge {

        @Option(
                names = "--judge",
                paramLabel = "WHO",
                defaultValue = "checker",
                description = "who judges whether footnotes support their sentences: checker, llm or both")
        private String judge;

        @Option(
                names = "--judge-model",
                paramLabel = "NAME",
                description = "the language model that judges, if it is not --model")
        private String model;

        String who() {
            return judge;
        }

        /** The model that judges, as a setting; empty if none is set. */
        Map<Setting, String> given() {
            Map<Setting, String> given = new EnumMap<>(Setting.class);
            put(given, Setting.MODEL, model);
            return given;
        }
    }

    /** The test collection. */
    static final class Dataset {

        @Option(
                names = "--dataset",
                paramLabel = "DIR",
                defaultValue = "eval",
                description = "folder with topics.tsv and, if there are any, nuggets.jsonl, qrels.txt and expected.tsv")
        private Path folder;

        Path folder() {
            return folder;
        }
    }

    /** The running server to measure. */
    static final class Measured {

        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "a running server; without it one is started for the run")
        private String url;

        @Option(
                names = "--key",
                paramLabel = "KEY",
                description = "its key; better in IBID_EVAL_KEY or a file named by IBID_EVAL_KEY_FILE, since other "
                        + "users can see a command line")
        private String key;

        @Option(
                names = "--dialect",
                paramLabel = "NAME",
                defaultValue = "ibid",
                description = "how it is asked: ibid, or openai for any server with chat completions that cite sources")
        private String dialect;

        @Option(
                names = "--chat-model",
                paramLabel = "NAME",
                defaultValue = "",
                description = "the model to ask for with openai; usual is the first that the server lists")
        private String model;

        @Option(
                names = "--chat-fields",
                paramLabel = "FILE",
                description = "JSON object with more fields of each request with openai, such as data_sources")
        private Path fields;

        Optional<String> url() {
            return Optional.ofNullable(url);
        }

        Optional<String> key() {
            return Optional.ofNullable(key);
        }

        String dialect() {
            return dialect;
        }

        String model() {
            return model;
        }

        Optional<Path> fields() {
            return Optional.ofNullable(fields);
        }
    }

    /** The earlier run to compare with. */
    static final class Comparison {

        @Option(
                names = "--compare",
                paramLabel = "DIR",
                description = "the --report folder of an earlier run to compare this one with")
        private Path folder;

        Optional<Path> folder() {
            return Optional.ofNullable(folder);
        }
    }

    private static void put(Map<Setting, String> given, Setting setting, String value) {
        if (value != null) {
            given.put(setting, value);
        }
    }
}
