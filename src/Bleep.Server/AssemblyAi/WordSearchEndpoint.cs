using Bleep.Server.AssemblyAi.Requests;
using Bleep.Server.AssemblyAi.Responses;
using Bleep.Views;
using Microsoft.AspNetCore.Http;

namespace Bleep.Server.AssemblyAi;

/// <summary><c>GET …/word-search?words=a,b c</c>: where words and phrases stand in the redacted words.</summary>
/// <param name="lookup">Finds the transcript.</param>
internal sealed class WordSearchEndpoint(TranscriptLookup lookup)
{
    /// <summary>Answers with places.</summary>
    /// <exception cref="RequestException">There is no such transcript, or nothing to look for.</exception>
    public async Task<WordSearchResponse> HandleAsync(HttpContext context, string id)
    {
        string query = string.Join(',', context.Request.Query["words"].AsEnumerable());
        if (!WordSearch.TryReadPhrases(query, out var phrases, out string? error))
        {
            throw new RequestException($"`words`: {error}");
        }
        (var record, var result) = await lookup.ReadCompletedAsync(context, id);
        List<Responses.WordSearchMatch> matches =
        [
            .. WordSearch.Find(ResultTurns.Of(result), phrases).Select(match => new Responses.WordSearchMatch(
                match.Phrase,
                match.Places.Count,
                [.. match.Places.Select(place => new[] { Ms(place.Time.Start), Ms(place.Time.End) })],
                [.. match.Places.Select(place => place.Index)])),
        ];
        return new WordSearchResponse(record.Id.ToString(), matches.Sum(match => match.Count), matches);
    }

    private static long Ms(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);
}
