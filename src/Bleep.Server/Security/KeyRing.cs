using System.Diagnostics.CodeAnalysis;

namespace Bleep.Server.Security;

/// <summary>The keys a server has: one seals and signs, the others only open what they sealed before. Immutable.</summary>
internal sealed class KeyRing
{
    private readonly Dictionary<ulong, MasterKey> _keys;

    /// <param name="keys">All keys.</param>
    /// <param name="current">The one that seals; one of <paramref name="keys"/>.</param>
    public KeyRing(IEnumerable<MasterKey> keys, MasterKey current)
    {
        _keys = keys.ToDictionary(key => key.Id);
        Current = current;
        if (!_keys.TryGetValue(current.Id, out var same) || same != current)
        {
            throw new ArgumentException("the current key is not one of the keys", nameof(current));
        }
    }

    /// <summary>The key that seals and signs.</summary>
    public MasterKey Current { get; }

    /// <summary>All keys.</summary>
    public IReadOnlyCollection<MasterKey> Keys => _keys.Values;

    /// <summary>Finds a key.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="key">The key.</param>
    public bool TryFind(ulong id, [NotNullWhen(true)] out MasterKey? key) => _keys.TryGetValue(id, out key);

    /// <summary>A ring of the same keys and a new one, which becomes the current one.</summary>
    /// <param name="now">The time.</param>
    public KeyRing Rotate(DateTimeOffset now)
    {
        var next = MasterKey.Create(now);
        return new KeyRing(Keys.Append(next), next);
    }
}
