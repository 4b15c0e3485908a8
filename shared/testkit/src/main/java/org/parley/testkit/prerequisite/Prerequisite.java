package org.parley.testkit.prerequisite;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;

/**
 * A program or resource that some tests need and that not every machine has. If it is missing, these tests are skipped
 * with the reason and the way to install it; if the environment variable {@code CI} is set, they fail instead.
 *
 * <p>Tests declare prerequisites with {@link Requires}. An extension that provides something built on one is an
 * execution condition too and returns {@link #evaluate}, so that its tests need no declaration. A dynamic test calls
 * {@link #require()}.
 */
public enum Prerequisite {
    BROWSER(
            "There is no Chromium and no Google Chrome on the PATH",
            "Install one of them (Debian: apt-get install chromium fonts-liberation)",
            PrerequisiteSearch::browser),
    CONTAINER_ENGINE(
            "No container engine with Compose answers (docker info, docker compose version)",
            "Install Docker Engine with Compose and start it (https://docs.docker.com/engine/install)",
            PrerequisiteSearch::containerEngine),
    CONTAINER_IMAGES(
            "The images that docker-compose.yml names are not present and cannot be pulled",
            "Connect the container engine to a registry that has them (docker compose pull shows the error)",
            PrerequisiteSearch::images),
    KCAT("There is no kcat on the PATH", "Install it (Debian: apt-get install kcat)", PrerequisiteSearch::kcat),
    KUSTOMIZE(
            "There is no kustomize and no kubectl with kustomize " + PrerequisiteSearch.OLDEST_KUSTOMIZE
                    + " or later on the PATH",
            "Install one of them (Debian: apt-get install kubernetes-client)",
            PrerequisiteSearch::kustomize),
    PACKET_FILTER(
            "The network of a container cannot be changed; that needs root, nsenter and iptables",
            "Install them (Debian: apt-get install iptables util-linux), become root on the engine's machine",
            PrerequisiteSearch::packetFilter),
    CLOCK_LIBRARY(
            "The library libfaketime is not installed",
            "Install it (Debian: apt-get install libfaketime)",
            PrerequisiteSearch::clockLibrary),
    NETWORK_ADDRESS(
            "This machine has no IPv4 address except loopback",
            "Connect it to a network",
            PrerequisiteSearch::networkAddress);

    private final String missing;
    private final String remedy;
    private final Supplier<Optional<List<String>>> search;
    private volatile Optional<List<String>> found = Optional.empty();
    private volatile boolean isSearched;

    Prerequisite(String missing, String remedy, Supplier<Optional<List<String>>> search) {
        this.missing = missing;
        this.remedy = remedy;
        this.search = search;
    }

    /**
     * The result for an {@link ExecutionCondition}: enabled if nothing is missing, otherwise disabled with the reason.
     *
     * @throws MissingPrerequisiteException if something is missing and {@code CI} is set
     */
    public static ConditionEvaluationResult evaluate(Prerequisite... needed) {
        Optional<Prerequisite> missing =
                Stream.of(needed).filter(each -> !each.isPresent()).findFirst();
        missing.ifPresent(Prerequisite::failInCi);
        return missing.map(each -> ConditionEvaluationResult.disabled(each.reason()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("Nothing is missing."));
    }

    /** Whether the prerequisite is present; the search runs once per JVM. */
    public boolean isPresent() {
        return search().isPresent();
    }

    /**
     * The result of the search: the beginning of a command line, the path of a library, or an address.
     *
     * @throws MissingPrerequisiteException if it is missing
     */
    public List<String> found() {
        return search().orElseThrow(() -> new MissingPrerequisiteException(reason()));
    }

    /**
     * Aborts the current test if the prerequisite is missing.
     *
     * @throws org.opentest4j.TestAbortedException if it is missing
     * @throws MissingPrerequisiteException if it is missing and {@code CI} is set
     */
    public void require() {
        require(isPresent());
    }

    /** The same if only the test can determine whether it is present. */
    public void require(boolean isPresent) {
        if (!isPresent) {
            failInCi();
            Assumptions.abort(reason());
        }
    }

    /** The reason for skipping a test: what is missing, and how to install it. */
    String reason() {
        return missing + ". " + remedy + ", then run the build again.";
    }

    private void failInCi() {
        String ci = System.getenv("CI");
        if (ci != null && !ci.isBlank()) {
            throw new MissingPrerequisiteException(reason() + " (CI is set, so this is a failure.)");
        }
    }

    private synchronized Optional<List<String>> search() {
        if (!isSearched) {
            found = search.get();
            isSearched = true;
        }
        return found;
    }
}
