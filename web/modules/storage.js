/** Storage that may be switched off, in which case nothing is remembered and nothing fails. */
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
