namespace Bleep.Speech.Models.Files;

/// <summary>
/// What an ONNX file says about itself, read without its weights. Reading walks over the whole outline of the file, so a cut or foreign
/// file is found out here and not by native code, which would end the process.
/// </summary>
/// <remarks>The format is protobuf, described by <c>onnx.proto</c> of the ONNX standard.</remarks>
/// <param name="IrVersion">Version of the format.</param>
/// <param name="Metadata">The makers' notes.</param>
/// <param name="Inputs">Inputs in order.</param>
/// <param name="Outputs">Outputs in order.</param>
internal sealed record OnnxHeader(
    long IrVersion, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<OnnxValue> Inputs, IReadOnlyList<OnnxValue> Outputs)
{
    /// <summary>Largest description of an input, output or note that is read; real ones have some hundred bytes.</summary>
    private const int MaxMessageBytes = 1 << 20;

    /// <summary>Most notes, inputs and outputs; streaming models have some hundred states.</summary>
    private const int MaxMessages = 10_000;

    /// <summary>Reads the header of a file.</summary>
    /// <exception cref="InvalidDataException">It is no whole ONNX model.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OnnxHeader Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.RandomAccess);
        long version = 0;
        bool hasGraph = false;
        var metadata = new Dictionary<string, string>();
        List<OnnxValue> inputs = [], outputs = [];
        foreach (var field in ProtobufField.Walk(file, 0, file.Length))
        {
            switch (field.Number)
            {
                case 1:
                    version = (long)field.Value;
                    break;
                case 7:
                    hasGraph = true;
                    ReadGraph(file, field, inputs, outputs);
                    break;
                case 14:
                    AddNote(ReadMessage(file, field), metadata);
                    break;
            }
            Limit(metadata.Count + inputs.Count + outputs.Count);
        }
        if (version is < 3 or > 100 || !hasGraph || inputs.Count == 0 || outputs.Count == 0)
        {
            throw new InvalidDataException("not an ONNX model");
        }
        return new OnnxHeader(version, metadata, inputs, outputs);
    }

    /// <summary>A note that is a whole number; null when it is missing or none.</summary>
    public int? Number(string key) => Metadata.TryGetValue(key, out var text) && int.TryParse(text, out int number) ? number : null;

    private static void ReadGraph(FileStream file, ProtobufField graph, List<OnnxValue> inputs, List<OnnxValue> outputs)
    {
        foreach (var field in ProtobufField.Walk(file, graph.Start, graph.Start + graph.Length))
        {
            if (field.Number is 11 or 12)
            {
                (field.Number == 11 ? inputs : outputs).Add(ReadValue(ReadMessage(file, field)));
                Limit(inputs.Count + outputs.Count);
            }
        }
    }

    private static OnnxValue ReadValue(MemoryStream message)
    {
        string name = "";
        var dimensions = new List<long>();
        foreach (var field in ProtobufField.Walk(message, 0, message.Length))
        {
            if (field.Number == 1)
            {
                name = ReadText(message, field);
            }
            else if (field.Number == 2)
            {
                // ValueInfo.type → tensor_type (1) → shape (2) → dim (1) → dim_value (1).
                foreach (var shape in Inside(message, field, 1, 2))
                {
                    foreach (var dimension in Inside(message, shape, 1))
                    {
                        dimensions.Add(ProtobufField.Walk(message, dimension.Start, dimension.Start + dimension.Length)
                            .Where(part => part.Number == 1).Select(part => (long)part.Value).FirstOrDefault());
                    }
                }
            }
        }
        return new OnnxValue(name, dimensions);
    }

    private static IEnumerable<ProtobufField> Inside(Stream message, ProtobufField field, params int[] path)
    {
        var found = ProtobufField.Walk(message, field.Start, field.Start + field.Length).Where(inner => inner.Number == path[0]).ToList();
        return path.Length == 1 ? found : found.SelectMany(inner => Inside(message, inner, path[1..]));
    }

    private static void AddNote(MemoryStream message, Dictionary<string, string> metadata)
    {
        string key = "", value = "";
        foreach (var field in ProtobufField.Walk(message, 0, message.Length))
        {
            if (field.Number == 1)
            {
                key = ReadText(message, field);
            }
            else if (field.Number == 2)
            {
                value = ReadText(message, field);
            }
        }
        metadata[key] = value;
    }

    private static MemoryStream ReadMessage(Stream file, ProtobufField field)
    {
        if (field.Length > MaxMessageBytes)
        {
            throw new InvalidDataException("not an ONNX model");
        }
        var bytes = new byte[field.Length];
        file.Position = field.Start;
        file.ReadExactly(bytes);
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    private static string ReadText(MemoryStream message, ProtobufField field) =>
        System.Text.Encoding.UTF8.GetString(message.GetBuffer().AsSpan((int)field.Start, (int)field.Length));

    private static void Limit(int count)
    {
        if (count > MaxMessages)
        {
            throw new InvalidDataException("not an ONNX model");
        }
    }
}
