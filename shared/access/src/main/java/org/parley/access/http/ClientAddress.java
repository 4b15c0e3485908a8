package org.parley.access.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Normalizes client addresses, so that limits count a client once. An Internet provider assigns a whole IPv6 /64
 * network to a customer, so the network counts as one address; an IPv4 address counts as one in any notation. Behind a
 * proxy the text comes from a header, so anything else is kept as it is, truncated.
 */
public final class ClientAddress {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int LENGTH_MAX = 64;
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The normalized form of a remote address. */
    public static String normalize(String remote) {
        int zone = remote.indexOf('%');
        String bare = zone < 0 ? remote : remote.substring(0, zone);
        if (bare.length() > LENGTH_MAX || !IPV6.matcher(bare).matches()) {
            return remote.substring(0, Math.min(remote.length(), LENGTH_MAX));
        }
        try {
            // Does not query DNS: a text with a colon can only be an IPv6 address.
            InetAddress address = InetAddress.getByName("[" + bare + "]");
            return address instanceof Inet6Address
                    ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return bare;
        }
    }
}
