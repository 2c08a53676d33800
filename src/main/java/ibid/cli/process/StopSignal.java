package ibid.cli.process;

import ibid.IbidException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import sun.misc.Signal;

/**
 * The signals that stop a program: TERM, INT (Ctrl+C) and HUP. They are received here and not by the JVM, because the
 * JVM runs all shutdown hooks at once, and ONNX Runtime's own hook frees memory that running calls still use: the
 * process crashed. So hooks run only after everything is closed. Threads may share it.
 */
public final class StopSignal {

    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");
    private static final Duration MAX_STOP_TIME = Duration.ofSeconds(60); // a second, on an idle machine
    private static final int SIGNAL_EXIT_CODE =
            128; // a shell's code for a program that a signal ended, plus its number
    private static final int INTERRUPT = 2; // the number of INT on all systems
    private static final int FAILED = 1;

    private int received; // the number of the first signal; 0 until then
    private Thread working; // the thread that a signal interrupts, or null

    /** Receives the signals of this process from now on. */
    public void listen() {
        for (String name : NAMES) {
            try {
                Signal.handle(new Signal(name), signal -> receive(signal.getNumber()));
            } catch (IllegalArgumentException unknownHere) { // HUP on Windows; all of them with java -Xrs
                continue;
            }
        }
    }

    /** Called on a thread of the signal's own. A second Ctrl+C ends the process at once, without hooks. */
    private void receive(int signal) {
        if (isFirst(signal)) {
            sleep(MAX_STOP_TIME);
            System.err.println("ibid: did not stop within " + MAX_STOP_TIME.toSeconds() + " s; ended");
            Runtime.getRuntime().halt(FAILED);
        } else if (signal == INTERRUPT) {
            Runtime.getRuntime().halt(SIGNAL_EXIT_CODE + signal);
        }
    }

    private synchronized boolean isFirst(int signal) {
        if (received != 0) {
            return false;
        }
        received = signal;
        if (working != null) {
            working.interrupt();
        }
        notifyAll();
        return true;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized boolean isReceived() {
        return received != 0;
    }

    /** What a shell expects of a program that the signal ended. */
    public synchronized int exitCode() {
        return SIGNAL_EXIT_CODE + received;
    }

    /** Waits for a signal. */
    public synchronized void await() throws InterruptedException {
        while (received == 0) {
            wait();
        }
    }

    /**
     * Runs work on this thread that a signal interrupts. The thread is not interrupted any more at return, so that
     * closing what the work used is not cut off too.
     *
     * @throws IbidException BUSY if a signal came before
     */
    public <T> T during(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    /** Called between the steps of a start, so that a program that was told to stop does not begin the next one. */
    public synchronized void requireNone() {
        if (received != 0) {
            throw new IbidException(IbidException.Code.BUSY, "stopped before it began");
        }
    }

    private synchronized void begin() {
        requireNone();
        working = Thread.currentThread();
    }

    private synchronized void end() {
        working = null;
        Thread.interrupted();
    }
}
