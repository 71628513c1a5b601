namespace Bleep.Speech.Tests.Streaming;

/// <summary>Plays audio into a live session and collects what comes out.</summary>
internal static class LiveSession
{
    public static async Task<List<RecognitionEvent>> PlayAsync(
        IStreamingRecognizer recognizer, short[] audio, StreamingOptions? options = null, int blockSamples = 700)
    {
        var token = TestContext.Current.CancellationToken;
        await using var session = await recognizer.OpenAsync(options ?? new StreamingOptions(), token);
        return await PlayAsync(session, audio, blockSamples);
    }

    public static async Task<List<RecognitionEvent>> PlayAsync(IStreamingSession session, short[] audio, int blockSamples = 700)
    {
        var token = TestContext.Current.CancellationToken;
        var reading = CollectAsync(session);
        try
        {
            for (int start = 0; start < audio.Length; start += blockSamples)
            {
                await session.WriteAsync(audio.AsMemory(start, Math.Min(blockSamples, audio.Length - start)), token);
            }
            await session.CompleteAsync(token);
        }
        catch (InvalidOperationException)
        {
            // The session ended in an error; reading tells which.
        }
        return await reading;
    }

    public static async Task<List<RecognitionEvent>> CollectAsync(IStreamingSession session)
    {
        var events = new List<RecognitionEvent>();
        await foreach (var entry in session.ReadEventsAsync(TestContext.Current.CancellationToken))
        {
            events.Add(entry);
        }
        return events;
    }

    public static string Text(this RecognitionEvent entry) => string.Join(' ', entry.Words.Select(word => word.Text));
}
