package org.parley.acceptance.running;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one {@link Compose} of this run to every test class that asks for it: to start it takes longest. */
public final class SharedCompose implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Compose.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The store closes it after the last test.
        return context.getRoot()
                .getStore(Namespace.create(SharedCompose.class))
                .computeIfAbsent(Compose.class, key -> Compose.up(), Compose.class);
    }
}
