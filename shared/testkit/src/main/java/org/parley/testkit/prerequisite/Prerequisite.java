package org.parley.testkit.prerequisite;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * Something that some tests need and that not every machine has. Where it is missing these tests are skipped, with the reason
 * and how to install it; where the environment variable {@code CI} is set they fail.
 *
 * <p>Tests name theirs by {@link Requires}. A test that exists only once it runs, such as a dynamic one, calls
 * {@link #require()}.
 */
public enum Prerequisite {
    BROWSER(
            "There is no Chromium and no Google Chrome on the PATH",
            "Install one of them (Debian: apt-get install chromium fonts-liberation)",
            Search::browser),
    CONTAINER_ENGINE(
            "No container engine with Compose answers (docker info, docker compose version)",
            "Install Docker Engine with Compose and start it (https://docs.docker.com/engine/install)",
            Search::containerEngine),
    CONTAINER_IMAGES(
            "The images " + String.join(", ", Images.ALL) + " are not here and cannot be pulled",
            "Connect the container engine to a registry that has them (try: docker pull " + Images.JRE + ")",
            Search::images),
    KCAT("There is no kcat on the PATH", "Install it (Debian: apt-get install kcat)", Search::kcat),
    KUSTOMIZE(
            "There is no kustomize and no kubectl with kustomize " + Search.OLDEST_KUSTOMIZE + " or later on the PATH",
            "Install one of them (Debian: apt-get install kubernetes-client)",
            Search::kustomize),
    PACKET_FILTER(
            "The network of a container cannot be changed; that takes root, nsenter and iptables",
            "Install them (Debian: apt-get install iptables util-linux), become root on the engine's machine",
            Search::packetFilter),
    CLOCK_LIBRARY(
            "The library libfaketime is not installed",
            "Install it (Debian: apt-get install libfaketime)",
            Search::clockLibrary),
    NETWORK_ADDRESS("This machine has no IPv4 address but loopback", "Connect it to a network", Search::networkAddress);

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

    /** Whether it is here; searched for once in a JVM. */
    public boolean isPresent() {
        return search().isPresent();
    }

    /**
     * What was found: the beginning of a command line, the path of a library, or an address.
     *
     * @throws MissingPrerequisiteException if it is missing
     */
    public List<String> found() {
        return search().orElseThrow(() -> new MissingPrerequisiteException(reason()));
    }

    /**
     * Lets the test that runs go on only if this is here.
     *
     * @throws org.opentest4j.TestAbortedException if it is missing
     * @throws MissingPrerequisiteException if it is missing and {@code CI} is set
     */
    public void require() {
        require(isPresent());
    }

    /** The same where only the test can tell whether it is here. */
    public void require(boolean isPresent) {
        if (!isPresent) {
            failInCi();
            Assumptions.abort(reason());
        }
    }

    /** What is missing, and how to install it. */
    String reason() {
        return missing + ". " + remedy + ", then run the build again.";
    }

    void failInCi() {
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
