using Bleep.Server.Jobs;
using Bleep.Server.Webhooks;

namespace Bleep.Server.AssemblyAi.Requests;

/// <summary>Reads where the end of a job is told.</summary>
internal static class WebhookFields
{
    private const int MaxUrlLength = 4096;

    /// <summary>The target; null without a webhook.</summary>
    /// <exception cref="RequestException">A field breaks a rule.</exception>
    public static WebhookTarget? Read(TranscriptParams fields)
    {
        string? name = fields.WebhookAuthHeaderName, value = fields.WebhookAuthHeaderValue;
        if ((name is null) != (value is null))
        {
            throw new RequestException("`webhook_auth_header_name` and `webhook_auth_header_value` must be set together");
        }
        var header = name is null || value is null ? null : new WebhookHeader(name, value);
        if (header is { IsSendable: false })
        {
            throw new RequestException(
                "`webhook_auth_header_name` must be a header that can be set, `webhook_auth_header_value` printable ASCII");
        }
        if (fields.WebhookUrl is not { } url)
        {
            return null;
        }
        return WebUrl.IsValid(url, MaxUrlLength)
            ? new WebhookTarget(url, header)
            : throw new RequestException("`webhook_url` must be an http or https URL");
    }
}
