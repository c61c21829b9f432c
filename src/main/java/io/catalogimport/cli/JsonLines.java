package io.catalogimport.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Log lines as Spring Boot writes them in the Elastic Common Schema. Its encoder needs an application's environment, and
 * there are lines before there is an application. Logback makes it, as logback.xml says.
 */
public final class JsonLines extends StructuredLogEncoder {
    private boolean prepared;

    /** For logback. */
    public JsonLines() {
        setFormat("ecs");
    }

    /** Spring logs while it prepares the form. Logback would complain, in text, while it is itself being started. */
    @Override
    public void start() {
        started = true;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        prepare();
        return super.encode(event);
    }

    private synchronized void prepare() {
        if (!prepared) {
            prepared = true;
            if (getContext().getObject(Environment.class.getName()) == null) {
                getContext().putObject(Environment.class.getName(), new StandardEnvironment());
            }
            super.start();
        }
    }
}
