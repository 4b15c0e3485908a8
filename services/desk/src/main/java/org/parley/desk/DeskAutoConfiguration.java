package org.parley.desk;

import org.parley.desk.api.ApiConfiguration;
import org.parley.desk.bulk.BulkConfiguration;
import org.parley.desk.changes.ChangesConfiguration;
import org.parley.desk.chief.ChiefConfiguration;
import org.parley.desk.entry.EntryConfiguration;
import org.parley.desk.gateway.GatewayConfiguration;
import org.parley.desk.live.LiveConfiguration;
import org.parley.desk.log.LogConfiguration;
import org.parley.desk.matter.MatterConfiguration;
import org.parley.desk.page.PageConfiguration;
import org.parley.desk.session.PageRules;
import org.parley.desk.standing.StandingConfiguration;
import org.parley.desk.timeline.TimelineConfiguration;
import org.parley.desk.token.TokenConfiguration;
import org.parley.desk.trail.TrailConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** Auto-configuration of the desk in a servlet application with accounts. */
@AutoConfiguration(
        afterName = "org.parley.access.AccessAutoConfiguration",
        beforeName = {
            "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({
    ApiConfiguration.class,
    PageConfiguration.class,
    PageRules.class,
    StandingConfiguration.class,
    MatterConfiguration.class,
    TrailConfiguration.class,
    EntryConfiguration.class,
    ChangesConfiguration.class,
    TimelineConfiguration.class,
    LogConfiguration.class,
    BulkConfiguration.class,
    LiveConfiguration.class,
    ChiefConfiguration.class,
    TokenConfiguration.class,
    GatewayConfiguration.class
})
class DeskAutoConfiguration {}
