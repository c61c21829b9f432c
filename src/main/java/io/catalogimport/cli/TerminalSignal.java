package io.catalogimport.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A signal that a terminal sends, heard each time. By itself, the JVM ignores a second Ctrl-C, and a change of the
 * terminal's size. By reflection, because the compiler has a warning for {@code sun.misc.Signal}, which has no successor,
 * that cannot be switched off where it is used.
 */
enum TerminalSignal {
    /** Ctrl-C. */
    INT,
    /** The terminal has another size. */
    WINCH;

    private static final Logger log = LoggerFactory.getLogger(TerminalSignal.class);

    /** From now on, the signal does this and nothing else. */
    void leadsTo(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object running = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name()), running);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // Another JVM, or one that was told to leave signals alone (-Xrs): the signal does what it did before.
            log.debug("The signal {} is left as it is", this, e);
        }
    }
}
