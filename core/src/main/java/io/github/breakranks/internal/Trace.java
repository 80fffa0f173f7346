package io.github.breakranks.internal;

import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Debug messages for those who have a logger.
 *
 * <p>SLF4J warns on standard error when it is asked for a logger and finds no provider. An embedder without one must see nothing, so a logger
 * is asked for only once there is something to say, and only if a provider is there.
 */
public final class Trace {
    private Trace() {}

    /** Taken when the first message is due. */
    private static final class Holder {
        static final @Nullable Logger LOGGER = provided() ? LoggerFactory.getLogger("io.github.breakranks") : null;

        private static boolean provided() {
            return ServiceLoader.load(SLF4JServiceProvider.class, Trace.class.getClassLoader())
                    .findFirst()
                    .isPresent();
        }
    }

    /** Says something at debug level, if anybody listens. */
    public static void debug(Supplier<String> message) {
        final Logger logger = Holder.LOGGER;
        if (logger != null && logger.isDebugEnabled()) {
            logger.debug(message.get());
        }
    }
}
