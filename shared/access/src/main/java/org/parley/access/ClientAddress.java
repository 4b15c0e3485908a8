package org.parley.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What counts as one address. A provider gives a customer a whole IPv6 network of 64 bits, so that is one; an IPv4 address
 * is one however it is written. Behind a proxy the text is what a header said, so anything else is taken as it is, cut
 * short.
 */
final class ClientAddress {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int LENGTH_MAX = 64;
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** The address that all counts of a remote address go by. */
    static String of(String remote) {
        int zone = remote.indexOf('%');
        String bare = zone < 0 ? remote : remote.substring(0, zone);
        if (bare.length() > LENGTH_MAX || !IPV6.matcher(bare).matches()) {
            return remote.substring(0, Math.min(remote.length(), LENGTH_MAX));
        }
        try {
            // Never asks a name server: with a colon in it, it is an address or nothing.
            InetAddress address = InetAddress.getByName("[" + bare + "]");
            return address instanceof Inet6Address
                    ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException e) {
            return bare;
        }
    }
}
