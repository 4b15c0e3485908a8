package org.parley.ledger.admission;

import java.time.Duration;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits how long the transaction of a command waits for a lock. */
public final class LockTimeoutInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    private final JdbcClient jdbc;
    private final String timeout;

    public LockTimeoutInterceptor(JdbcClient jdbc, Duration timeout) {
        this.jdbc = jdbc;
        this.timeout = timeout.toMillis() + "ms";
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(timeout)
                .query(String.class)
                .single();
        return chain.proceed();
    }
}
