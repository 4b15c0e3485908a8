package org.parley.domain.analysis;

import java.time.LocalDate;
import org.parley.domain.matter.MatterAddress;

/**
 * The status of a matter at the end of a day.
 *
 * @param date the last day of a step of the panel; the state is that as of the end of this day (UTC)
 * @param possible whether a development that the status depends on may not have happened by then
 */
public record PanelRow(MatterAddress matter, LocalDate date, String status, boolean possible) {}
