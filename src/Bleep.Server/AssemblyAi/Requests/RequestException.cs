namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>A request breaks a rule; answered with its status and message.</summary>
/// <param name="message">What is wrong, naming fields but never values that are private.</param>
/// <param name="statusCode">HTTP status; default 400.</param>
public sealed class RequestException(string message, int statusCode = 400) : Exception(message)
{
    /// <summary>HTTP status of the answer.</summary>
    public int StatusCode => statusCode;
}
