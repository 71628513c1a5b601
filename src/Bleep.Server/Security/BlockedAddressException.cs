namespace Bleep.Server.Security;

/// <summary>A URL leads to an address that is not to be reached from here: private, loopback, link-local, metadata or multicast.</summary>
public sealed class BlockedAddressException()
    : HttpRequestException("the address is in a network that is not allowed; allow it with --allow-network");
