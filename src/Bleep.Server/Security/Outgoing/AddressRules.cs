using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Bleep.Server.Security.Outgoing;

/// <summary>
/// Tells which addresses may be reached on a client's behalf: those of the public internet, and the networks set. Blocked is what the IANA
/// special-purpose registries (RFC 6890 and its updates) do not call globally reachable, multicast, and addresses of cloud platforms.
/// </summary>
/// <param name="allowed">Networks that may be reached although they are not public.</param>
internal sealed class AddressRules(IReadOnlyList<IPNetwork> allowed)
{
    private static readonly IPNetwork[] s_blocked4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's platform services, on a public address.
            "168.63.129.16/32",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Of IPv6 only 2000::/3 is public; within it these are not.
    private static readonly IPNetwork s_global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] s_blocked6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(network => IPNetwork.Parse(network))];

    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork s_teredo = IPNetwork.Parse("2001::/32");

    /// <summary>True when an address may be reached.</summary>
    /// <param name="address">The address.</param>
    public bool Allows(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return IsIn(allowed, address) || !IsIn(s_blocked4, address);
        }
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }
        // What stands behind the percent sign chooses an interface of this machine and hides the address from comparisons.
        address = new IPAddress(address.GetAddressBytes());
        if (IsIn(allowed, address))
        {
            return true;
        }
        var inner = Inner(address);
        if (inner.Length > 0)
        {
            return inner.All(Allows);
        }
        return s_global6.Contains(address) && !IsIn(s_blocked6, address);
    }

    // IPv4 addresses that an IPv6 address stands for: a gateway or this machine's own network would lead there.
    private static IPAddress[] Inner(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6 || s_nat64.Contains(address))
        {
            return [Version4(bytes.AsSpan(12))];
        }
        if (s_sixToFour.Contains(address))
        {
            return [Version4(bytes.AsSpan(2))];
        }
        if (s_teredo.Contains(address))
        {
            // RFC 4380: the server's address, and the client's with all bits turned over.
            Span<byte> client = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(client, ~BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(12)));
            return [Version4(bytes.AsSpan(4)), Version4(client)];
        }
        return [];
    }

    private static IPAddress Version4(ReadOnlySpan<byte> bytes) => new(bytes[..4]);

    private static bool IsIn(IReadOnlyList<IPNetwork> networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }
        return false;
    }
}
