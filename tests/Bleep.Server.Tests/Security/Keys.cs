using Bleep.Server.Security;

namespace Bleep.Server.Tests.Security;

/// <summary>Keys for tests.</summary>
internal static class Keys
{
    public static KeyRing NewRing()
    {
        var key = MasterKey.Create(DateTimeOffset.UnixEpoch);
        return new KeyRing([key], key);
    }
}
