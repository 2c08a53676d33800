package ibid.serve.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Running processes, as far as this user may look into them: their sockets and names, from {@code /proc}. */
record ProcessTable(Path proc) {

    private static final String SOCKET = "socket:[";
    private static final String PROCESSES = "[0-9]*";
    private static final List<String> INTERPRETERS = List.of("node", "python", "ruby", "perl", "deno", "bun");
    private static final int START_TIME = 19; // its column in "stat", counted after the name

    /** The newest process that holds the socket: a program that asks once is newer than most. */
    Optional<String> holder(long inode) {
        return all().stream()
                .filter(process -> sockets(process).contains(inode))
                .findFirst();
    }

    /** Newest first, as ids are counted up. */
    private List<String> all() {
        List<String> ids = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, PROCESSES)) {
            processes.forEach(process -> ids.add(process.getFileName().toString()));
        } catch (IOException unreadable) {
            return List.of(); // no proof
        }
        ids.sort(Comparator.comparingLong(Long::parseLong));
        return ids.reversed();
    }

    /** The inodes of a process's sockets; none if it has ended or belongs to somebody else. */
    Set<Long> sockets(String process) {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(proc.resolve(process).resolve("fd"))) {
            for (Path file : files) {
                target(file).filter(target -> target.startsWith(SOCKET)).ifPresent(target -> inodes.add(inode(target)));
            }
        } catch (IOException gone) {
            return Set.of();
        }
        return inodes;
    }

    private static long inode(String target) {
        return Long.parseLong(target.substring(SOCKET.length(), target.length() - 1));
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** What the process is called: its name, its program's file, and what it runs if it is an interpreter. */
    Set<String> names(String process) {
        Path folder = proc.resolve(process);
        Set<String> names = new HashSet<>();
        text(folder.resolve("comm")).ifPresent(name -> names.add(name.strip()));
        String program =
                target(folder.resolve("exe")).map(ProcessTable::lastPart).orElse("");
        names.add(program);
        if (INTERPRETERS.stream().anyMatch(program::startsWith)) {
            String[] command = text(folder.resolve("cmdline")).orElse("").split("\0");
            names.add(command.length > 1 ? lastPart(command[1]) : "");
        }
        return names;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Tells this process from a later one with the same id. */
    Optional<String> identity(String process) {
        // The name is in parentheses and may hold spaces.
        return text(proc.resolve(process).resolve("stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "))
                .filter(columns -> columns.length > START_TIME)
                .map(columns -> process + "@" + columns[START_TIME]);
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
