package org.parley.ledger.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.parley.ledger.store.LedgerEntryTable;
import org.parley.ledger.store.PartyRegisterCache;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Configures the commands over HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BatchSpoolProperties.class)
@Import({CommandController.class, BatchController.class, CommandErrorHandler.class})
public class CommandConfiguration {
    @Bean
    DryRun dryRun(
            EventStore store,
            LedgerEntryTable entries,
            PartyRegisterCache parties,
            CommandRecorder ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new DryRun(store, entries, parties, ledger, clock, transactions);
    }

    @Bean
    CommandMeters commandMeters(MeterRegistry registry) {
        return new CommandMeters(registry);
    }

    @Bean
    BatchSpool batchSpool(
            BatchSpoolProperties properties, @Value("${parley.http.max-batch-body:64MB}") DataSize largestBatch) {
        return new BatchSpool(properties.path(), properties.maxFor(largestBatch));
    }

    @Bean
    BatchLineHandler batchLine(CommandRecorder ledger, DryRun dryRun, CommandMeters meters) {
        return new BatchLineHandler(ledger, dryRun, meters);
    }

    @Bean
    GroupLineHandler groupLines(BatchLineHandler line, CommandRecorder ledger, DryRun dryRun, CommandMeters meters) {
        return new GroupLineHandler(line, ledger, dryRun, meters);
    }
}
