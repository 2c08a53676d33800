package ibid.access;

import java.time.Instant;

/**
 * A named key, without its secret.
 *
 * @param id never used again, unlike the name
 */
public record AccessKey(String id, String name, Role role, Instant created) {}
