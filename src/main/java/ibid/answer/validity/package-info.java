/**
 * Owns which values still hold: none that a correction withdrew, the newest of those that change, the present holder of
 * an office. Assumes measured and ranked sentences. Never selects what is shown and never words it.
 */
package ibid.answer.validity;
