namespace Bleep.Server.Tests.Webhooks;

internal sealed record ReceivedCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body);
