package org.parley.testkit.prerequisite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Searches for each prerequisite. */
final class PrerequisiteSearch {
    static final int OLDEST_KUSTOMIZE = 5;

    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PULL_TIMEOUT = Duration.ofMinutes(15);
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+");

    /** An image of a service, or the base image of one; not an image that is built here. */
    private static final Pattern IMAGE = Pattern.compile("(?m)^ +(?:image|JRE): (?!parley/)(\\S+)$");

    private PrerequisiteSearch() {}

    static Optional<List<String>> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> LocalProgram.onPath(name).stream())
                .map(path -> List.of(path.toString()))
                .findFirst();
    }

    static Optional<List<String>> containerEngine() {
        return succeeds("docker", "compose", "version") && succeeds("docker", "info")
                ? Optional.of(List.of("docker"))
                : Optional.empty();
    }

    /** The images that containers use and base images, pinned or not; Compose finds its file in a parent folder. */
    static Optional<List<String>> images() {
        return LocalProgram.run(COMMAND_TIMEOUT, "docker", "compose", "config")
                .map(configuration -> IMAGE.matcher(configuration)
                        .results()
                        .map(image -> image.group(1))
                        .distinct()
                        .toList())
                .filter(images -> images.stream().allMatch(PrerequisiteSearch::isPresentOrPulled));
    }

    private static boolean isPresentOrPulled(String image) {
        return succeeds("docker", "image", "inspect", image)
                || LocalProgram.run(PULL_TIMEOUT, "docker", "pull", "--quiet", image)
                        .isPresent();
    }

    static Optional<List<String>> kcat() {
        return LocalProgram.onPath("kcat").map(path -> List.of(path.toString()));
    }

    static Optional<List<String>> kustomize() {
        if (isSupportedKustomize("", "kustomize", "version")) {
            return Optional.of(List.of("kustomize", "build"));
        }
        if (isSupportedKustomize("Kustomize Version: ", "kubectl", "version", "--client")) {
            return Optional.of(List.of("kubectl", "kustomize"));
        }
        return Optional.empty();
    }

    private static boolean isSupportedKustomize(String label, String... command) {
        return LocalProgram.run(COMMAND_TIMEOUT, command)
                .filter(output -> {
                    Matcher version = VERSION.matcher(output);
                    return output.contains(label)
                            && version.find(output.indexOf(label))
                            && Integer.parseInt(version.group(1)) >= OLDEST_KUSTOMIZE;
                })
                .isPresent();
    }

    /** Tries it in a temporary network namespace, which needs the same rights and changes nothing. */
    static Optional<List<String>> packetFilter() {
        return LocalProgram.onPath("nsenter").isPresent()
                        && succeeds("unshare", "--net", "iptables", "--wait", "--list-rules")
                ? Optional.of(List.of("iptables"))
                : Optional.empty();
    }

    static Optional<List<String>> clockLibrary() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib")
                .map(folder -> Path.of(folder, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .map(path -> List.of(path.toString()))
                .findFirst();
    }

    static Optional<List<String>> networkAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .map(List::of)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(String... command) {
        return LocalProgram.run(COMMAND_TIMEOUT, command).isPresent();
    }
}
