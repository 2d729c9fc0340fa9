package org.macroedge.server.platform.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves the names of servers, and refuses addresses that no public server has. A connection is made to the very
/// address that was checked, so that a name server cannot give another one in between.
public final class PublicAddresses implements DnsResolver {

    /// Networks of IPv4 that no public server has and that [InetAddress] does not know as such: first address and
    /// length of the prefix.
    private static final List<Network> RESERVED = List.of(
            new Network(0x00000000, 8), // this network
            new Network(0x64400000, 10), // shared by customers of a provider
            new Network(0xC0000000, 24), // protocol assignments
            new Network(0xC6120000, 15), // benchmarks
            new Network(0xF0000000, 4)); // reserved, and broadcast

    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(5);
    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B};
    private static final byte[] SIX_TO_FOUR = {0x20, 0x02};
    private static final int IPV4_IN_NAT64 = 12;
    private static final int IPV4_BYTES = 4;

    private final Resolving resolving;
    private final Set<String> trusted = ConcurrentHashMap.newKeySet();

    /// Looks a name up.
    @FunctionalInterface
    public interface Resolving {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private record Network(int first, int length) {
        boolean contains(int address) {
            return (address >>> (Integer.SIZE - length)) == (first >>> (Integer.SIZE - length));
        }
    }

    /// A name that stands for an address which is not asked.
    public static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        PrivateAddressException(String host) {
            super(host);
        }
    }

    /// A name that nobody knew in time.
    public static final class SlowLookupException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        SlowLookupException(String host) {
            super(host);
        }
    }

    public PublicAddresses(Resolving resolving) {
        this.resolving = resolving;
    }

    /// Allows every address of a host that the user set: a server of their own, or their proxy.
    public void trust(String host) {
        trusted.add(host);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookedUp(host);
        if (!trusted.contains(host) && Arrays.stream(addresses).anyMatch(address -> !isPublic(address))) {
            throw new PrivateAddressException(host);
        }
        return addresses;
    }

    /// A lookup has no deadline of its own, and cannot be ended: it is left to a thread that nobody waits for.
    private InetAddress[] lookedUp(String host) throws UnknownHostException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> resolving.resolve(host));
        Thread.ofPlatform().daemon().name("lookup").start(lookup);
        try {
            return lookup.get(LONGEST_LOOKUP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new IllegalStateException("the name of a server cannot be looked up", failed.getCause());
        } catch (TimeoutException slow) {
            throw new SlowLookupException(host);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SlowLookupException(host);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// Whether an address can be that of a public server.
    public static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet6Address six ? isPublic(six) : isPublic((Inet4Address) address);
    }

    private static boolean isPublic(Inet4Address address) {
        int number = number(address.getAddress(), 0);
        return RESERVED.stream().noneMatch(network -> network.contains(number));
    }

    private static boolean isPublic(Inet6Address address) {
        byte[] bytes = address.getAddress();
        if ((bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL) {
            return false;
        }
        // these lead to an address of IPv4
        if (startsWith(bytes, NAT64)) {
            return isPublicInside(bytes, IPV4_IN_NAT64);
        }
        return !startsWith(bytes, SIX_TO_FOUR) || isPublicInside(bytes, SIX_TO_FOUR.length);
    }

    private static boolean isPublicInside(byte[] bytes, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES)));
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are an address", impossible);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }

    private static int number(byte[] bytes, int from) {
        int number = 0;
        for (int index = 0; index < IPV4_BYTES; index++) {
            number = number << Byte.SIZE | bytes[from + index] & 0xFF;
        }
        return number;
    }
}
