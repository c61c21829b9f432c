package io.catalogimport.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears Ctrl-C each time: by itself, the JVM pays no attention to the second. By reflection, for the compiler has a
 * warning for {@code sun.misc.Signal}, which has no successor, that cannot be switched off where it is used.
 */
final class CtrlC {
    private static final Logger log = LoggerFactory.getLogger(CtrlC.class);

    private CtrlC() {}

    /** From now on, Ctrl-C does this and nothing else. */
    static void leadsTo(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object running = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), running);
        } catch (ReflectiveOperationException e) {
            // Another JVM, or one that was told to leave signals alone (-Xrs): Ctrl-C then is what it was.
            log.debug("Ctrl-C is left as it is", e);
        }
    }
}
