package ibid.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damages files at random, reproducibly for one seed: flips bits, removes or repeats ranges, inserts pieces of other
 * files and keywords of the format.
 */
final class Damage {

    private static final int MAX_FILE_BYTES = 1 << 20; // size of a damaged file
    private static final int MAX_CHANGES = 8;
    private static final int MAX_REPEATS = 2000;

    private final Random random;
    private final List<byte[]> words;

    Damage(Random random, List<String> words) {
        this.random = random;
        this.words = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    byte[] of(byte[] file, byte[] other) {
        byte[] damaged = file;
        for (int i = random.nextInt(1, MAX_CHANGES); i > 0; i--) {
            damaged = once(damaged, other);
        }
        return damaged.length <= MAX_FILE_BYTES ? damaged : java.util.Arrays.copyOf(damaged, MAX_FILE_BYTES);
    }

    private byte[] once(byte[] file, byte[] other) {
        int at = random.nextInt(file.length + 1), to = Math.min(file.length, at + stretch());
        return switch (random.nextInt(9)) {
            case 0 -> flipped(file);
            case 1 -> joined(file, at, new byte[0], to); // a range removed
            case 2 -> joined(file, to, part(file, at, to), to); // a range repeated
            case 3 -> joined(file, at, part(other, random.nextInt(other.length + 1), stretch()), to);
            case 4 -> joined(file, at, word(), at);
            case 5 -> joined(file, at, repeated(word()), to);
            case 6 -> part(file, 0, at); // truncated
            case 7 ->
                joined(
                        part(file, 0, at),
                        at,
                        part(other, random.nextInt(other.length + 1), other.length),
                        at); // the start of one file, the end of another
            default -> joined(file, at, noise(), to);
        };
    }

    private int stretch() {
        return 1 << random.nextInt(13);
    }

    private byte[] flipped(byte[] file) {
        byte[] flipped = file.clone();
        for (int i = random.nextInt(1, 20); i > 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(1, 64)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] word() {
        return words.get(random.nextInt(words.size()));
    }

    private byte[] repeated(byte[] word) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = random.nextInt(2, MAX_REPEATS); i > 0; i--) {
            bytes.writeBytes(word);
        }
        return bytes.toByteArray();
    }

    private static byte[] part(byte[] file, int from, int to) {
        return from >= Math.min(to, file.length)
                ? new byte[0]
                : java.util.Arrays.copyOfRange(file, from, Math.min(to, file.length));
    }

    private static byte[] joined(byte[] file, int until, byte[] middle, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length + middle.length);
        bytes.write(file, 0, Math.min(until, file.length));
        bytes.writeBytes(middle);
        bytes.write(file, Math.min(from, file.length), file.length - Math.min(from, file.length));
        return bytes.toByteArray();
    }

    /** Damages one of the files in an archive and packs it again. */
    byte[] inside(byte[] archive, byte[] other) throws IOException {
        Map<String, byte[]> files = unpacked(archive);
        if (files.isEmpty()) {
            return of(archive, other);
        }
        List<String> names = new ArrayList<>(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        List<byte[]> others = new ArrayList<>(unpacked(other).values());
        files.put(name, of(files.get(name), others.isEmpty() ? other : others.get(random.nextInt(others.size()))));
        return packed(files);
    }

    private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
