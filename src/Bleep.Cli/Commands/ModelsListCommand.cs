using System.CommandLine;
using System.Text.Json;
using Bleep.Cli.Options;
using Bleep.Speech.Models;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep models list</c>: what is installed and what can be fetched.</summary>
internal static class ModelsListCommand
{
    private const int MaxLanguagesShown = 4;

    public static Command Create()
    {
        var data = DataOption.Create();
        var installedOnly = new Option<bool>("--installed") { Description = "Only what is installed" };
        var json = new Option<bool>("--json") { Description = "Write the list as JSON" };
        var command = new ExampleCommand("list", "List the models that are installed or can be fetched.", "bleep models list --installed")
        {
            installedOnly, json, data,
        };
        command.SetAction(parsed =>
        {
            var store = new ModelStore(SpeechDataFolder.Locate(parsed.GetValue(data)));
            var rows = RowsOf(store, parsed.GetValue(installedOnly));
            if (parsed.GetValue(json))
            {
                WriteJson(rows);
                return;
            }
            WriteTable(rows);
            Console.Error.WriteLine($"sherpa-onnx library: {(store.HasLibrary ? "installed" : "not installed; it comes with the first 'bleep models pull'")}; data folder: {store.DataFolder}");
        });
        return command;
    }

    private static List<Row> RowsOf(ModelStore store, bool installedOnly)
    {
        var rows = store.List().Select(model => new Row(
            model.Name, model.Kind, model.Languages, (int)Math.Ceiling(model.SizeBytes / 1e6), true, model.Licence ?? "unknown",
            ModelCatalogue.Default.Find(model.Name)?.About ?? "")).ToList();
        if (!installedOnly)
        {
            rows.AddRange(ModelCatalogue.Default.Models
                .Where(model => rows.All(row => row.Name != model.Name))
                .Select(model => new Row(model.Name, model.Kind, model.Languages, model.AboutMegabytes, false, model.Licence, model.About)));
        }
        return rows;
    }

    private static void WriteTable(List<Row> rows)
    {
        if (rows.Count == 0)
        {
            Console.Out.WriteLine("no models are installed; 'bleep models list' shows what can be fetched");
            return;
        }
        string[][] cells =
        [
            ["MODEL", "STATE", "MB", "LANGUAGES", "LICENCE", "GOOD FOR"],
            .. rows.Select(row => new[]
            {
                row.Name, row.IsInstalled ? "installed" : "-", $"{row.Megabytes}", Shorten(row.Languages), row.Licence, row.About,
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(line => line[column].Length))];
        foreach (var line in cells)
        {
            Console.Out.WriteLine(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string Shorten(IReadOnlyList<string> languages) => languages.Count <= MaxLanguagesShown
        ? string.Join(",", languages)
        : $"{string.Join(",", languages.Take(MaxLanguagesShown))} and {languages.Count - MaxLanguagesShown} more";

    private static void WriteJson(List<Row> rows)
    {
        using var writer = new Utf8JsonWriter(Console.OpenStandardOutput(), new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("name", row.Name);
            writer.WriteString("engine", "sherpa-onnx");
            writer.WriteString("kind", ModelKinds.NameOf(row.Kind));
            writer.WriteStartArray("languages");
            foreach (var language in row.Languages)
            {
                writer.WriteStringValue(language);
            }
            writer.WriteEndArray();
            writer.WriteNumber("megabytes", row.Megabytes);
            writer.WriteBoolean("installed", row.IsInstalled);
            writer.WriteString("licence", row.Licence);
            writer.WriteString("about", row.About);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.Flush();
        Console.Out.WriteLine();
    }

    private sealed record Row(
        string Name, ModelKind Kind, IReadOnlyList<string> Languages, int Megabytes, bool IsInstalled, string Licence, string About);
}
