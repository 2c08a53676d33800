/** Web storage; if it is disabled, nothing is stored and nothing fails. */
const guarded = (storage) => ({
  get(key) {
    try {
      return storage().getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      storage().setItem(key, value);
    } catch {
      // not remembered
    }
  },
});

export const browser = guarded(() => localStorage);
export const tab = guarded(() => sessionStorage);
