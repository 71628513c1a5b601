namespace Bleep.Speech.Models.Files;

/// <summary>
/// Finds out from a folder's files what model it is, and whether its files are whole and belong together. Native code takes wrong
/// files badly: it ends the process.
/// </summary>
internal static class ModelInspector
{
    /// <summary>Finds the files of a model in a folder and checks them.</summary>
    /// <exception cref="SpeechException">There is no model that can be run, or its files do not fit.</exception>
    public static ModelFacts Inspect(string folder)
    {
        string[] names = [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        var files = new Dictionary<string, string>();
        foreach (var (role, word) in new[] { ("encoder", "encoder"), ("decoder", "decoder"), ("joiner", "joiner") })
        {
            Take(files, role, names.Where(name => IsOnnx(name) && name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        }
        if (!files.ContainsKey("encoder"))
        {
            files.Clear();
            Take(files, "model", names.Where(IsOnnx));
        }
        Take(files, "tokens", names.Where(name => name.EndsWith("tokens.txt", StringComparison.Ordinal)));
        return Check(folder, files, Recognize(folder, files));
    }

    /// <summary>Checks that the files of a model are whole and belong together.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="files">File names by role.</param>
    /// <param name="kind">What the model is said to be.</param>
    /// <exception cref="SpeechException">They do not.</exception>
    public static ModelFacts Check(string folder, IReadOnlyDictionary<string, string> files, ModelKind kind)
    {
        foreach (var role in RolesOf(kind))
        {
            if (!files.ContainsKey(role))
            {
                throw Refused($"a model of kind {ModelKinds.NameOf(kind)} needs a file with the role '{role}'");
            }
        }
        var main = Header(folder, files, files.ContainsKey("encoder") ? "encoder" : "model");
        if (kind == ModelKind.Vad)
        {
            return new ModelFacts(kind, files) { TellsTimes = false };
        }
        var others = files.Keys.Where(role => role is "decoder" or "joiner").ToDictionary(role => role, role => Header(folder, files, role));
        var tokens = Tokens(folder, files);
        bool isWhisper = kind == ModelKind.Whisper, needsBlank = kind is not (ModelKind.Whisper or ModelKind.SenseVoice);
        if (needsBlank && !tokens.HasBlank)
        {
            throw Refused("tokens.txt has no blank (<blk>); it belongs to another model");
        }
        CheckSize(kind, main, others, tokens.Size);
        return new ModelFacts(kind, files)
        {
            Punctuates = isWhisper || kind == ModelKind.SenseVoice || (tokens.HasMarks && tokens.HasLower && tokens.HasUpper),
            // Whisper tells the times of tokens only if the decoder was exported with its attention as a fourth output.
            TellsTimes = !isWhisper || others["decoder"].Outputs.Count > 3,
            Shouts = !isWhisper && tokens.HasUpper && !tokens.HasLower,
            FeatureDimension = FeaturesOf(kind, main),
        };
    }

    private static ModelKind Recognize(string folder, Dictionary<string, string> files)
    {
        if (!files.ContainsKey("encoder") && !files.ContainsKey("model"))
        {
            throw Refused("there is no model here: no file ends in .onnx");
        }
        bool isSplit = files.ContainsKey("encoder");
        var notes = Header(folder, files, isSplit ? "encoder" : "model");
        bool isNemoStream = notes.Number("window_size") is not null && notes.Number("chunk_shift") is not null;
        bool isZipformerStream = notes.Number("decode_chunk_len") is not null;
        if (isSplit && files.ContainsKey("joiner"))
        {
            return isNemoStream || isZipformerStream ? ModelKind.OnlineTransducer
                : notes.Number("pred_rnn_layers") is not null ? ModelKind.NemoTransducer : ModelKind.ZipformerTransducer;
        }
        if (isSplit)
        {
            return notes.Number("n_text_layer") is not null ? ModelKind.Whisper
                : throw Refused("the kind of this model is not known; known are transducers, CTC models, Whisper and SenseVoice");
        }
        return notes.Inputs.Any(input => input.Name == "sr") ? ModelKind.Vad
            : isNemoStream ? ModelKind.OnlineNemoCtc
            : isZipformerStream ? ModelKind.OnlineZipformerCtc
            : notes.Number("lfr_window_size") is not null && notes.Metadata.ContainsKey("lang_auto") ? ModelKind.SenseVoice
            : notes.Metadata.ContainsKey("normalize_type") ? ModelKind.NemoCtc
            : notes.Inputs[0].Dimensions is [_, _, 80] ? ModelKind.ZipformerCtc
            : throw Refused("the kind of this model is not known; known are transducers, CTC models, Whisper and SenseVoice");
    }

    private static string[] RolesOf(ModelKind kind) => kind switch
    {
        ModelKind.NemoTransducer or ModelKind.ZipformerTransducer or ModelKind.OnlineTransducer => ["encoder", "decoder", "joiner", "tokens"],
        ModelKind.Whisper => ["encoder", "decoder", "tokens"],
        ModelKind.Vad => ["model"],
        _ => ["model", "tokens"],
    };

    /// <summary>A model that writes a symbol the table lacks ends the process.</summary>
    private static void CheckSize(ModelKind kind, OnnxHeader main, Dictionary<string, OnnxHeader> others, int size)
    {
        int? vocabulary = main.Number("vocab_size");
        bool fits = kind switch
        {
            // The note does not count the blank.
            ModelKind.NemoTransducer => vocabulary is null || size == vocabulary + 1,
            ModelKind.NemoCtc or ModelKind.OnlineNemoCtc => vocabulary is null || size == vocabulary || size == vocabulary + 1,
            ModelKind.OnlineTransducer => (others["decoder"].Number("vocab_size") ?? vocabulary) is not { } most || size >= most,
            ModelKind.ZipformerTransducer => others["decoder"].Number("vocab_size") is not { } most || size >= most,
            ModelKind.SenseVoice => vocabulary is null || size >= vocabulary,
            ModelKind.Whisper => main.Number("n_vocab") is not { } most || size <= most,
            _ => main.Outputs[0].Dimensions is not [.., > 0 and var most] || size >= most,
        };
        if (!fits)
        {
            throw Refused("tokens.txt belongs to another model: it has another number of symbols");
        }
    }

    private static int FeaturesOf(ModelKind kind, OnnxHeader main)
    {
        // NeMo puts the bands before the time.
        long found = kind switch
        {
            ModelKind.NemoTransducer => main.Number("feat_dim") ?? 80,
            ModelKind.NemoCtc when main.Inputs[0].Dimensions is [_, > 0 and var bands, _] => bands,
            ModelKind.ZipformerCtc or ModelKind.ZipformerTransducer when main.Inputs[0].Dimensions is [_, _, > 0 and var bands] => bands,
            _ => 80,
        };
        return found is >= 16 and <= 512 ? (int)found : throw Refused("the features it needs are not of a known kind");
    }

    private static OnnxHeader Header(string folder, IReadOnlyDictionary<string, string> files, string role)
    {
        try
        {
            return OnnxHeader.Read(Path.Combine(folder, files[role]));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Refused($"the file with the role '{role}' is no whole ONNX model");
        }
    }

    private static TokenTable Tokens(string folder, IReadOnlyDictionary<string, string> files)
    {
        try
        {
            return TokenTable.Read(Path.Combine(folder, files["tokens"]));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Refused("tokens.txt is no table of tokens");
        }
    }

    private static void Take(Dictionary<string, string> files, string role, IEnumerable<string> candidates)
    {
        // Of several, the one with weights of 8 bits: a quarter of the memory, hardly worse.
        if (candidates.OrderByDescending(name => name.Contains(".int8.", StringComparison.Ordinal)).FirstOrDefault() is { } best)
        {
            files[role] = best;
        }
    }

    private static bool IsOnnx(string name) => name.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    private static SpeechException Refused(string reason) => new(SpeechErrorKind.ModelBroken, $"the model cannot be used: {reason}");
}
