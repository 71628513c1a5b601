using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Bleep.Api.Tests.Fixtures;

namespace Bleep.Api.Tests.Compat;

/// <summary>Requests with the fields that AssemblyAI's public pages on redaction combine.</summary>
[Collection(SharedServerTests.Name)]
public sealed class RedactionPageTests(SharedServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"speech_models":["universal-3-pro","universal-2"],"redact_pii":true,"redact_pii_policies":["person_name","organization","occupation"],"redact_pii_sub":"hash"}""")]
    [InlineData("""{"speech_models":["universal-3-pro","universal-2"],"language_detection":true,"redact_pii":true,"redact_pii_policies":["person_name","medical_process","nationality"],"redact_pii_sub":"entity_name"}""")]
    [InlineData("""{"speech_models":["universal-3-pro"],"redact_pii":true,"redact_pii_policies":["banking_information","phone_number","email_address"],"redact_pii_sub":"hash","redact_pii_return_unredacted":true}""")]
    [InlineData("""{"redact_pii":true,"redact_pii_policies":["person_name"],"redact_pii_sub":"hash","redact_static_entities":{"PRODUCT":["telephone"],"project":["Bear Claw","x-ray seven"]}}""")]
    [InlineData("""{"redact_pii":true,"redact_pii_policies":["location","date_of_birth"],"redact_pii_audio":true,"redact_pii_audio_quality":"wav","redact_pii_audio_options":{"return_redacted_no_speech_audio":true}}""")]
    [InlineData("""{"redact_pii":true,"redact_pii_policies":["location"],"redact_pii_audio":true,"redact_pii_audio_quality":"mp3","redact_pii_audio_options":{"override_audio_redaction_method":"silence"}}""")]
    public async Task Transcript_bodyOfThePages_isCompleted(string body)
    {
        var request = JsonNode.Parse(body)!.AsObject();
        var transcript = await TranscribeAsync(server.Recordings.Silence, JsonNode.Parse(body)!.AsObject());
        foreach (var (name, value) in request.Where(field => field.Key is not ("redact_static_entities" or "redact_pii_audio_options")))
        {
            Assert.True(JsonNode.DeepEquals(value, transcript[name]), name);
        }
        Assert.False(transcript.ContainsKey("redact_static_entities"));
    }

    [Fact]
    public async Task RedactedAudio_byDefault_beepsOverWhatIsHidden()
    {
        var transcript = await TranscribeAsync(server.Recordings.Speech, new()
        {
            ["redact_pii"] = true,
            ["redact_pii_policies"] = new JsonArray("person_name"),
            ["redact_pii_sub"] = "entity_name",
            ["redact_pii_audio"] = true,
            ["redact_pii_audio_quality"] = "wav",
        });
        var name = transcript["words"]!.AsArray().First(word => ((string)word!["text"]!).StartsWith("[PERSON_NAME]", StringComparison.Ordinal))!;
        var link = await server.Client.GetAsync($"v2/transcript/{transcript["id"]}/redacted-audio");
        byte[] wav = await server.Client.Http.GetByteArrayAsync((string)link["redacted_audio_url"]!, Token);
        int rate = BinaryPrimitives.ReadInt32LittleEndian(wav.AsSpan(wav.AsSpan().IndexOf("fmt "u8) + 12));
        int data = wav.AsSpan().IndexOf("data"u8) + 8;
        int middle = (int)(((long)name["start"]! + (long)name["end"]!) * rate / 2000);
        double[] samples = [.. Enumerable.Range(middle - (rate / 40), rate / 20).Select(index => (double)BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(data + (index * 2))))];
        Assert.True(ToneShare(samples, rate) > 0.9, "Where a name was said there is no tone.");
    }

    [Fact]
    public async Task RedactedVideo_ofVideo_isALinkToIt()
    {
        var transcript = await TranscribeAsync(server.Recordings.Video, new()
        {
            ["redact_pii"] = true,
            ["redact_pii_video"] = true,
            ["redact_pii_sub_text"] = "<{POLICY}>",
            ["redact_pii_custom"] = new JsonObject { ["thanks"] = new JsonArray("thank you") },
            ["redact_pii_allow"] = new JsonArray("hello"),
            ["entity_detection"] = true,
        });
        var link = await server.Client.GetAsync($"v2/transcript/{transcript["id"]}/redacted-video");
        byte[] video = await server.Client.Http.GetByteArrayAsync((string)link["redacted_video_url"]!, Token);
        Assert.Equal("ftyp"u8.ToArray(), video[4..8]);
        Assert.Contains("<PERSON_NAME>", (string)transcript["text"]!, StringComparison.Ordinal);
        Assert.False(transcript.ContainsKey("redact_pii_custom"));
        var redactions = await server.Client.GetAsync($"v2/transcript/{transcript["id"]}/redactions");
        Assert.Contains(redactions["redactions"]!.AsArray(), one => (string?)one!["policy"] == "person_name");
    }

    private async Task<JsonObject> TranscribeAsync(string path, JsonObject fields)
    {
        var transcript = await server.Client.TranscribeAsync(await File.ReadAllBytesAsync(path, Token), fields);
        Assert.True((string?)transcript["status"] == "completed", (string?)transcript["error"]);
        return transcript;
    }

    // How much of the power lies in the strongest single tone.
    private static double ToneShare(double[] samples, int rate)
    {
        double total = samples.Sum(sample => sample * sample) * samples.Length / 2;
        return Enumerable.Range(300, 1500).Where(hertz => hertz % 10 == 0).Max(hertz =>
        {
            double real = 0, imaginary = 0;
            for (int index = 0; index < samples.Length; index++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * hertz * index / rate);
                real += samples[index] * cosine;
                imaginary += samples[index] * sine;
            }
            return ((real * real) + (imaginary * imaginary)) / total;
        });
    }
}
