package org.parley.domain.warning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * A package of consequences.
 *
 * @param developmentId the development that recorded it
 * @param occurred when it was imposed
 * @param by who imposed it; empty if nobody is named
 */
public record ImposedPackage(UUID developmentId, @Nullable Edtf occurred, Parties by, String summary) {}
