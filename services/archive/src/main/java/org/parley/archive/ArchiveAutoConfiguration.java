package org.parley.archive;

import java.time.Clock;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.archive.feed.FeedConfiguration;
import org.parley.archive.find.FindConfiguration;
import org.parley.archive.projections.ProjectionsConfiguration;
import org.parley.archive.proof.ProofConfiguration;
import org.parley.archive.query.QueryConfiguration;
import org.parley.archive.state.StateConfiguration;
import org.parley.archive.table.TableConfiguration;
import org.parley.archive.trail.ArchiveTrailConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Adds the archive to a servlet application with a database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class, afterName = "org.parley.access.AccessAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({
    ProjectionsConfiguration.class,
    QueryConfiguration.class,
    StateConfiguration.class,
    ArchiveTrailConfiguration.class,
    FindConfiguration.class,
    FeedConfiguration.class,
    ProofConfiguration.class,
    TableConfiguration.class
})
class ArchiveAutoConfiguration {
    @Bean
    InternalJwtAudience archiveAudience() {
        return InternalJwtAudience.ARCHIVE;
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
