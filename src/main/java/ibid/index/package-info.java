/** Owns the index on disk: writes it, opens it, keeps its generations apart. Assumes passages with stable ids. Never ranks, never knows a model. */
package ibid.index;
