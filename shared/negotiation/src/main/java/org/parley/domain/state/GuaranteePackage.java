package org.parley.domain.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.domain.guarantee.GuaranteeDetail;
import org.parley.domain.matter.MatterState;

/**
 * A package of guarantees.
 *
 * @param name the package's short name
 * @param guarantees the slugs of the guarantees in it
 */
public record GuaranteePackage(String name, List<String> guarantees) {
    public GuaranteePackage {
        guarantees = List.copyOf(guarantees);
    }

    static List<GuaranteePackage> of(Collection<MatterState> states) {
        Map<String, List<String>> packages = new TreeMap<>();
        for (MatterState state : states) {
            if (state.detail() instanceof GuaranteeDetail guarantee) {
                guarantee.packages().forEach(packageName -> packages.computeIfAbsent(
                                packageName.text(), name -> new ArrayList<>())
                        .add(state.address().slug()));
            }
        }
        return packages.entrySet().stream()
                .map(entry -> new GuaranteePackage(entry.getKey(), entry.getValue()))
                .toList();
    }
}
