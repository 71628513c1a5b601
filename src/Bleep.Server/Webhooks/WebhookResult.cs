namespace Bleep.Server.Webhooks;

/// <summary>How an attempt ended and what follows from it.</summary>
/// <param name="Verdict">What follows.</param>
/// <param name="HttpStatus">The receiver's answer; null when none came in time.</param>
public readonly record struct WebhookResult(WebhookVerdict Verdict, int? HttpStatus)
{
    /// <summary>Attempts of a call before it is given up.</summary>
    public const int MaxAttempts = 10;

    /// <summary>Judges an attempt: 2xx delivers, 4xx ends the call, anything else is tried again up to <see cref="MaxAttempts"/> times.</summary>
    /// <param name="httpStatus">The receiver's answer, or null.</param>
    /// <param name="earlierAttempts">Attempts that ended before.</param>
    public static WebhookResult Judge(int? httpStatus, int earlierAttempts) => new(
        httpStatus switch
        {
            >= 200 and < 300 => WebhookVerdict.Delivered,
            >= 400 and < 500 => WebhookVerdict.GivenUp,
            _ when earlierAttempts + 1 >= MaxAttempts => WebhookVerdict.GivenUp,
            _ => WebhookVerdict.TryAgain,
        },
        httpStatus);
}
