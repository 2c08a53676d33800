package ibid.cli;

import java.util.Arrays;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;

/** Everything a user can set; the table in src/docs/operating.md lists the same. */
enum Setting {
    CORPUS("DIR", "corpus", "folder of articles"),
    DATA("DIR", "data", "folder for the index, the embeddings and the answer log"),
    DATABASE(
            "URL",
            "",
            "a PostgreSQL database for answers and keys, like jdbc:postgresql://host/ibid, instead of files"),
    DATABASE_USER("NAME", "", "the user of that database, if the URL names none"),
    DATABASE_PASSWORD("PASSWORD", "", "the password of that user; from the environment only"),
    DATABASE_PASSWORD_FILE("FILE", "", "a file that holds the password instead; from the environment only"),
    SEARCH("CLUSTER", "", "an OpenSearch cluster for vectors and search, like opensearch:https://host1,host2,host3"),
    SEARCH_USER("NAME", "", "the user of that cluster"),
    SEARCH_PASSWORD("PASSWORD", "", "the password of that user; from the environment only"),
    SEARCH_PASSWORD_FILE("FILE", "", "a file that holds that password instead; from the environment only"),
    SEARCH_KEY("KEY", "", "a token (JWT) for that cluster in place of user and password; from the environment only"),
    SEARCH_KEY_FILE("FILE", "", "a file that holds that token instead; from the environment only"),
    SEARCH_CA("FILE", "", "the certificate (PEM) of the authority that signed those of the cluster's nodes"),
    HOST("ADDRESS", "127.0.0.1", "address the server listens on; another than this machine's own lets others in"),
    PORT("N", "7070", "port the server listens on; 0 takes a free one"),
    PUBLIC_URL("URL", "", "the address readers use, if another server stands in front; then changes need a key"),
    KEEP_DAYS("N", "0", "days until a conversation that is not used is deleted; 0 keeps all"),
    CAUTION("HOW", "usual", "how sure an answer must be: low answers more, high refuses more than usual"),
    MODEL("NAME", "extractive", "who writes the answers; extractive quotes the articles and needs no language model"),
    MODEL_URL("URL", "", "where the model's server is, if not at its provider's usual place"),
    MODEL_WINDOW("N", "8192", "how many tokens prompt and answer may have together; the weakest passages are left out"),
    MODEL_KEY("KEY", "", "the key of the model's provider; from the environment only"),
    MODEL_KEY_FILE("FILE", "", "a file that holds the key instead; from the environment only"),
    ADMIN_KEY("KEY", "", "an admin key of your own instead of the one in data/admin.key; from the environment only"),
    ADMIN_KEY_FILE("FILE", "", "a file that holds that key instead; from the environment only"),
    EVAL_KEY("KEY", "", "the key that eval run sends to the server it measures; from the environment only"),
    EVAL_KEY_FILE("FILE", "", "a file that holds that key instead; from the environment only"),
    REQUESTS_PER_MINUTE("N", "", "requests of one reader a minute; 600, and no limit at this machine, if not set"),
    REQUESTS_IN_ALL("N", "", "requests of all readers a minute; 6000, and no limit at this machine, if not set"),
    ANSWERS_AT_ONCE("N", "", "answers of one reader under way; 8, and no limit at this machine, if not set"),
    IDENTITY_HEADER("NAME", "", "the header in which a trusted server in front names the reader"),
    TRUSTED_PROXIES("ADDRESSES", "", "the servers in front whose word is taken, like 10.0.0.2, 10.1.0.0/16");

    private final String parameter;
    private final String usual;
    private final String meaning;

    Setting(String parameter, String usual, String meaning) {
        this.parameter = parameter;
        this.usual = usual;
        this.meaning = meaning;
    }

    /** {@code --port} */
    String flag() {
        return "--" + key().replace('_', '-');
    }

    /** {@code IBID_PORT} */
    String variable() {
        return "IBID_" + name();
    }

    /** {@code port}, in ibid.properties */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Secrets and their files cannot be set on the command line, because other users can see it. */
    boolean secret() {
        return name().contains("KEY") || name().contains("PASSWORD");
    }

    String parameter() {
        return parameter;
    }

    String usual() {
        return usual;
    }

    String meaning() {
        return meaning;
    }

    /** Describes the options that are settings: picocli looks a description up under the option's name. */
    static ResourceBundle descriptions() {
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return Arrays.stream(values())
                        .map(setting -> new Object[] {setting.flag().substring(2), setting.meaning})
                        .toArray(Object[][]::new);
            }
        };
    }
}
