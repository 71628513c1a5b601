using System.Net;
using System.Net.Sockets;
using Bleep.Server.Security.Outgoing;

namespace Bleep.Server.Tests.Security.Outgoing;

/// <summary>Answers each question about any name with the next of its answers, the last one for ever; an address is its own answer.</summary>
internal sealed class FakeResolver(params string[][] answers) : IHostResolver
{
    public int Questions { get; private set; }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return Task.FromResult<IReadOnlyList<IPAddress>>([address]);
        }
        string[] answer = answers[Math.Min(Questions++, answers.Length - 1)];
        return answer.Length == 0
            ? throw new SocketException((int)SocketError.HostNotFound)
            : Task.FromResult<IReadOnlyList<IPAddress>>([.. answer.Select(IPAddress.Parse)]);
    }
}
