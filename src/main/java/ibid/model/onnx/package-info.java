/**
 * Owns the small models that run in this process by ONNX: the embedder and the cross-encoder. Assumes their files on
 * the class path or in a folder. Never uses more than one core for a call, never opens a connection.
 */
package ibid.model.onnx;
