package org.parley.desk;

import org.parley.desk.bulk.BulkConfiguration;
import org.parley.desk.card.CardConfiguration;
import org.parley.desk.changes.ChangesConfiguration;
import org.parley.desk.client.ServiceClientConfiguration;
import org.parley.desk.design.DesignConfiguration;
import org.parley.desk.entry.EntryConfiguration;
import org.parley.desk.find.FindPageConfiguration;
import org.parley.desk.form.FormConfiguration;
import org.parley.desk.gateway.GatewayConfiguration;
import org.parley.desk.live.LiveConfiguration;
import org.parley.desk.log.LogConfiguration;
import org.parley.desk.matter.MatterConfiguration;
import org.parley.desk.operations.OperationsConfiguration;
import org.parley.desk.overview.OverviewConfiguration;
import org.parley.desk.page.PageConfiguration;
import org.parley.desk.session.PageSecurityConfiguration;
import org.parley.desk.timeline.TimelineConfiguration;
import org.parley.desk.token.TokenConfiguration;
import org.parley.desk.trail.TrailPageConfiguration;
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
    ServiceClientConfiguration.class,
    PageConfiguration.class,
    PageSecurityConfiguration.class,
    OverviewConfiguration.class,
    MatterConfiguration.class,
    TrailPageConfiguration.class,
    EntryConfiguration.class,
    FindPageConfiguration.class,
    ChangesConfiguration.class,
    TimelineConfiguration.class,
    CardConfiguration.class,
    FormConfiguration.class,
    BulkConfiguration.class,
    LogConfiguration.class,
    LiveConfiguration.class,
    OperationsConfiguration.class,
    TokenConfiguration.class,
    DesignConfiguration.class,
    GatewayConfiguration.class
})
class DeskAutoConfiguration {}
