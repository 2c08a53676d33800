/**
 * Owns the tests of the project's structure: dependencies, sizes, names. Assumes that they run in the project's folder.
 * Never tests behaviour.
 */
package ibid.house;
