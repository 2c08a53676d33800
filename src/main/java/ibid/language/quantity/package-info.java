/**
 * Owns the reading of numbers, units and magnitude words. Assumes English number words and figures grouped by commas;
 * {@code ForeignQuantities} reads those of eight other languages. Never takes a date for a quantity.
 */
package ibid.language.quantity;
