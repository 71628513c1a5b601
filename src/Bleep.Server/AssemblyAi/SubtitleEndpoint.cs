using System.Globalization;
using System.Text;
using Bleep.Server.AssemblyAi.Requests;
using Bleep.Subtitles;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.AssemblyAi;

/// <summary><c>GET …/srt</c> and <c>…/vtt</c>: captions of the redacted words.</summary>
/// <param name="lookup">Finds the transcript.</param>
internal sealed class SubtitleEndpoint(TranscriptLookup lookup)
{
    private const int MaxCaptionChars = 10_000;

    /// <summary>Answers with captions.</summary>
    /// <exception cref="RequestException">There is no such transcript, or <c>chars_per_caption</c> is broken.</exception>
    public async Task<IResult> HandleAsync(HttpContext context, string id, SubtitleFormat format)
    {
        int? chars = null;
        if (context.Request.Query["chars_per_caption"].LastOrDefault() is { Length: > 0 } text)
        {
            chars = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= MaxCaptionChars
                ? value
                : throw new RequestException($"`chars_per_caption` must be 1 to {MaxCaptionChars}");
        }
        (_, var result) = await lookup.ReadCompletedAsync(context, id);
        string body = SubtitleWriter.Write(ResultTurns.Of(result), format, chars);
        return Results.Text(body, format == SubtitleFormat.Vtt ? "text/vtt" : "text/plain", Encoding.UTF8);
    }
}
