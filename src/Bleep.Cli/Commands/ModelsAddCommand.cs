using System.CommandLine;
using Bleep.Cli.Options;
using Bleep.Cli.Output;
using Bleep.Speech.Models;
using Bleep.Speech.Models.Fetching;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep models add</c>: installs a model, or the library, from this machine's disk.</summary>
internal static class ModelsAddCommand
{
    private static readonly string[] s_endings = [".tar.bz2", ".tar.gz", ".tgz", ".tar", ".zip"];

    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A folder or archive with a model, or npm's archive of the library", HelpName = "PATH" };
        var name = new Option<string?>("--name") { Description = "Name for the model; default that of the catalogue's archive, or PATH's", HelpName = "NAME" };
        var languages = new Option<string?>("--languages") { Description = "Codes of the languages it understands; default en", HelpName = "a,b" };
        var data = DataOption.Create();
        var command = new ExampleCommand(
            "add", "Install a model from a folder or archive, for machines without a network.", "bleep models add my-model --languages en,de")
        {
            path, name, languages, data,
        };
        command.SetAction(async (parsed, token) =>
        {
            string source = parsed.GetRequiredValue(path);
            if (!Path.Exists(source))
            {
                throw CommandFailure.Usage($"{source}: there is no such folder or archive");
            }
            var store = new ModelStore(SpeechDataFolder.Locate(parsed.GetValue(data)));
            var installer = new ModelInstaller(store, ModelCatalogue.Default);
            string file = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)));
            if (ModelCatalogue.Default.Libraries.Any(library => file == Path.GetFileName(library.Address.AbsolutePath)))
            {
                await installer.AddLibraryAsync(source, progress: null, token);
                Console.Out.WriteLine($"{ModelsPullCommand.LibraryName}: installed");
                return;
            }
            string model = parsed.GetValue(name) ?? NameFor(file);
            if (!ModelStore.IsName(model))
            {
                throw CommandFailure.Usage("a model's name has lower-case letters, digits, dots, hyphens and underscores; give one with --name");
            }
            var codes = parsed.GetValue(languages)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            InstalledModel installed;
            using (var display = new FetchDisplay(model))
            {
                installed = await installer.AddAsync(source, model, codes, display, token);
            }
            Console.Out.WriteLine($"{model}: installed, {ModelKinds.NameOf(installed.Kind)}");
            if (!store.HasLibrary)
            {
                Console.Error.WriteLine("bleep: the sherpa-onnx library is still missing; run: bleep models pull sherpa-onnx");
            }
        });
        return command;
    }

    private static string NameFor(string file)
    {
        var known = ModelCatalogue.Default.Models.FirstOrDefault(model => Stem(Path.GetFileName(model.Address.AbsolutePath)) == Stem(file));
        return known?.Name ?? Stem(file).ToLowerInvariant();
    }

    private static string Stem(string file)
    {
        string? end = s_endings.FirstOrDefault(end => file.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        return end is null ? file : file[..^end.Length];
    }
}
