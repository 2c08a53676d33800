/**
 * Owns the tests of the house itself: direction, size, names. Assumes they run in the project's folder. Never tests
 * behaviour.
 */
package ibid.house;
