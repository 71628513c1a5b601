using Bleep.Media;
using Bleep.Server.Jobs;
using Bleep.Server.Security;
using Bleep.Server.Security.Tls;
using Bleep.Server.Storage;
using Bleep.Server.Storage.Sql;

namespace Bleep.Server.Hosting;

/// <summary>What a server is made of that must be ready before it listens.</summary>
internal sealed record ServerParts(
    ServerOptions Options,
    TimeProvider Clock,
    MediaTools Tools,
    KeyRing Keys,
    ServerCertificate? Certificate,
    IDatabase Database,
    IBlobStore Blobs,
    ApiKeys ApiKeys,
    SpeechService Speech);
