package ibid.index.update;

import ibid.IbidException;

/** A right that another process has, or that is lost while it is used. */
public final class LimitedRight implements WriteRight {

    private int left;

    /** @param left how often it is asked before it is lost; 0 where another process has it */
    public LimitedRight(int left) {
        this.left = left;
    }

    @Override
    public boolean take() {
        return left > 0;
    }

    @Override
    public boolean keep() {
        return take();
    }

    @Override
    public void giveBack() {}

    @Override
    public void require() {
        left--;
        if (left <= 0) {
            throw new IbidException(IbidException.Code.BUSY, "lost");
        }
    }

    @Override
    public String holder() {
        return "process 7";
    }
}
