package ibid.cli.records;

import ibid.IbidException;
import ibid.access.AccessDatabase;
import ibid.access.AccessKey;
import ibid.access.Role;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: adds, lists and revokes named keys, also while a server runs. */
@Command(
        name = "keys",
        abbreviateSynopsis = true,
        description = {
            "Adds, lists and revokes the keys of programs and people.",
            "Once there is a key, a browser or program without one is a reader like any other, also at this machine."
        },
        footer = {
            "",
            "Examples:",
            "  ./ibid keys add newsroom --role editor      prints the key, once",
            "  ./ibid keys revoke newsroom"
        })
public final class KeysCommand implements Runnable {

    private final DatabaseFinder finder;
    private final Consumer<String> terminal;

    @Mixin
    private RecordsPlace place;

    @Spec
    private CommandSpec spec;

    /** @param terminal prints a line */
    public KeysCommand(DatabaseFinder finder, Consumer<String> terminal) {
        this.finder = finder;
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "keys needs add, list or revoke");
    }

    @Command(name = "add", description = "Makes a key and prints it; it cannot be shown again.")
    int add(
            @Parameters(paramLabel = "NAME", description = "whose key it is") String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "reader",
                            description = "reader asks; editor also changes the collection; admin also deletes others'"
                                    + " conversations")
                    String role) {
        Role wanted = Role.of(role);
        return with(access -> {
            terminal.accept(access.addKey(name, wanted));
            return 0;
        });
    }

    @Command(name = "list", description = "Lists the names and roles of the keys.")
    int list() {
        return with(access -> {
            List<AccessKey> keys = access.keys();
            if (keys.isEmpty()) {
                terminal.accept("no keys; ./ibid keys add NAME --role reader makes one");
            }
            keys.forEach(key -> terminal.accept(key.name() + "  " + key.role().label() + "  since " + key.created()));
            return 0;
        });
    }

    @Command(name = "revoke", description = "Makes a key invalid at once. What its holder asked is kept.")
    int revoke(@Parameters(paramLabel = "NAME", description = "whose key it is") String name) {
        return with(access -> {
            if (!access.revoke(name)) {
                throw new IbidException(
                        IbidException.Code.NOT_FOUND, "no key “" + name + "”; ./ibid keys list names them");
            }
            terminal.accept("the key “" + name + "” is no longer valid");
            return 0;
        });
    }

    private int with(ToIntFunction<AccessDatabase> task) {
        try (AccessDatabase access = new AccessDatabase(place.in(finder).address(AccessDatabase.NAME))) {
            return task.applyAsInt(access);
        }
    }
}
