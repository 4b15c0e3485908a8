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

/** Where each prerequisite is looked for. */
final class Search {
    static final int OLDEST_KUSTOMIZE = 5;

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    private static final Duration PULLED_WITHIN = Duration.ofMinutes(15);
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.\\d+\\.\\d+");

    private Search() {}

    static Optional<List<String>> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Program.onPath(name).stream())
                .map(path -> List.of(path.toString()))
                .findFirst();
    }

    static Optional<List<String>> containerEngine() {
        return answers("docker", "compose", "version") && answers("docker", "info")
                ? Optional.of(List.of("docker"))
                : Optional.empty();
    }

    static Optional<List<String>> images() {
        boolean areHere = Images.ALL.stream()
                .allMatch(image -> answers("docker", "image", "inspect", image)
                        || Program.run(PULLED_WITHIN, "docker", "pull", "--quiet", image)
                                .isPresent());
        return areHere ? Optional.of(Images.ALL) : Optional.empty();
    }

    static Optional<List<String>> kcat() {
        return Program.onPath("kcat").map(path -> List.of(path.toString()));
    }

    static Optional<List<String>> kustomize() {
        if (isNewKustomize("", "kustomize", "version")) {
            return Optional.of(List.of("kustomize", "build"));
        }
        if (isNewKustomize("Kustomize Version: ", "kubectl", "version", "--client")) {
            return Optional.of(List.of("kubectl", "kustomize"));
        }
        return Optional.empty();
    }

    private static boolean isNewKustomize(String label, String... command) {
        return Program.run(ANSWERS_WITHIN, command)
                .filter(output -> {
                    Matcher version = VERSION.matcher(output);
                    return output.contains(label)
                            && version.find(output.indexOf(label))
                            && Integer.parseInt(version.group(1)) >= OLDEST_KUSTOMIZE;
                })
                .isPresent();
    }

    /** In a network namespace that lasts as long as the question: this needs the same rights, and changes nothing. */
    static Optional<List<String>> packetFilter() {
        return Program.onPath("nsenter").isPresent()
                        && answers("unshare", "--net", "iptables", "--wait", "--list-rules")
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

    private static boolean answers(String... command) {
        return Program.run(ANSWERS_WITHIN, command).isPresent();
    }
}
