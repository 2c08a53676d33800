package ibid.library.shared;

/**
 * The bytes of a file.
 *
 * @param name     of the file in the folder that it was read from
 * @param modified milliseconds since 1970
 * @param key      another one if the bytes are
 */
public record SharedOriginal(String name, long modified, String key, byte[] content) {}
