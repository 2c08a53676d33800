package ibid.index.update;

import ibid.IbidException;

/** The right to write an index, which one process has at a time. Threads may share it. */
public interface WriteRight {

    /** Of an index that no other process knows. */
    WriteRight ALONE = new WriteRight() {
        @Override
        public boolean take() {
            return true;
        }

        @Override
        public boolean keep() {
            return true;
        }

        @Override
        public void giveBack() {}

        @Override
        public void require() {}

        @Override
        public String holder() {
            return "";
        }
    };

    /** Takes it for an update. @return false if another process has it */
    boolean take();

    /** Takes it until this process ends, or until it is lost. @return false if another process has it */
    boolean keep();

    /** Lets others have it, unless it is kept. */
    void giveBack();

    /** @throws IbidException BUSY if this process does not have it any more */
    void require();

    /** Who had it when this process did not get it, for people. */
    String holder();
}
