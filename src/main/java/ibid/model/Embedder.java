package ibid.model;

/** Turns a text into a vector of length 1, so that a dot product is a cosine. Threads may share it. */
public interface Embedder {

    float[] embed(String text);
}
