package org.macroedge.server.platform.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The addresses of a network, such as `192.168.0.0/16`; of one machine where all bits count.
///
/// @param network whose bits after the prefix are zero
/// @param prefix the number of bits that all addresses have in common
public record AddressRange(InetAddress network, int prefix) {

    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]+)(?:/([0-9]{1,3}))?");

    /// Reads an address or a network; empty where the text is neither.
    public static Optional<AddressRange> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.ofLiteral(form.group(1));
            int bits = bits(address);
            int prefix = form.group(2) == null ? bits : Integer.parseInt(form.group(2));
            BigInteger rest =
                    BigInteger.ONE.shiftLeft(Math.max(bits - prefix, 0)).subtract(BigInteger.ONE);
            return prefix <= bits && number(address).and(rest).signum() == 0
                    ? Optional.of(new AddressRange(address, prefix))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// Whether an address is in the network. IPv4 and IPv6 have nothing in common.
    public boolean contains(InetAddress address) {
        int bits = bits(network);
        return bits(address) == bits
                && number(address)
                                .xor(number(network))
                                .shiftRight(bits - prefix)
                                .signum()
                        == 0;
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
