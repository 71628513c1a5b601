using System.CommandLine;
using System.CommandLine.Parsing;
using Bleep.Cli.Commands;
using Bleep.Cli.Native;
using Bleep.Cli.Output;
using Bleep.Speech.Hosting;

namespace Bleep.Cli;

/// <summary>Reads the command line, runs one command and turns every end into an exit code.</summary>
internal static class BleepProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        NativeMemory.ShareArenas();
        // The engine host speaks frames over its standard streams: nothing else may read or write them.
        if (args is [EngineHostCommand.Verb])
        {
            return await EngineHostProgram.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), CancellationToken.None);
        }
        var root = CreateRoot();
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 || UnknownTokens(parsed).Any())
        {
            return ReportUsage(parsed);
        }
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // Time for a job to remove what it has not finished.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            return await parsed.InvokeAsync(configuration);
        }
        catch (CommandFailure failure)
        {
            ErrorLine.Write(failure.Message);
            return failure.ExitCode;
        }
        catch (Exception exception) when (FailureText.IsOfInput(exception) && exception is not IOException)
        {
            // Something that concerns no single input: a tool or a model that is missing.
            ErrorLine.Write(FailureText.Of(exception));
            return FailureText.CodeOf(exception);
        }
        catch (OperationCanceledException)
        {
            ErrorLine.Write("stopped");
            return ExitCodes.Interrupted;
        }
        catch (IOException exception) when (ErrorLine.IsBrokenPipe(exception))
        {
            return ExitCodes.Done;
        }
        catch (Exception exception) when (!System.Diagnostics.Debugger.IsAttached)
        {
            // A message may quote what was being read, so only the kind of fault is told.
            DebugLog.Current.Fault(exception);
            ErrorLine.Write($"unexpected fault ({exception.GetType().Name}); run again with --debug and report what it prints");
            return ExitCodes.InputFailed;
        }
    }

    internal static RootCommand CreateRoot()
    {
        var root = new RootCommand("Finds personal data in recorded speech and removes it: transcript, subtitles, audio, video.")
        {
            RedactCommand.Create(),
            LiveCommand.Create(),
            TextCommand.Create(),
            DetectCommand.Create(),
            EvalCommand.Create(),
            VerifyCommand.Create(),
            ServeCommand.Create(),
            KeysCommand.Create(),
            ModelsCommand.Create(),
            DoctorCommand.Create(),
        };
        ExampleCommand.ShowExamples(root);
        return root;
    }

    private static int ReportUsage(ParseResult parsed)
    {
        string path = CommandPath(parsed.CommandResult);
        // What was typed wrongly is named; that something is missing because of it is not.
        string[] messages = UnknownTokens(parsed).FirstOrDefault() is { } unknown
            ? [Unknown(parsed, unknown)]
            : [.. parsed.Errors.Select(error => error.Message.TrimEnd()).Distinct()];
        ErrorLine.Write($"{string.Join(" ", messages)} See '{path} --help'.");
        return ExitCodes.WrongUsage;
    }

    // A misspelt option would pass for a file's name; a file of such a name can be given as ./-name.
    private static IEnumerable<string> UnknownTokens(ParseResult parsed) => parsed.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens).Select(token => token.Value)
        .Where(value => value.Length > 1 && value.StartsWith('-'))
        .Concat(parsed.UnmatchedTokens);

    private static string Unknown(ParseResult parsed, string token)
    {
        bool isOption = token.StartsWith('-');
        string kind = isOption ? "option" : parsed.CommandResult.Parent is null ? "command" : "argument";
        var known = isOption
            ? parsed.CommandResult.Command.Options.Select(option => option.Name)
            : parsed.CommandResult.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name);
        // A typing slip keeps most of the beginning or the end.
        string? nearest = known.FirstOrDefault(name => name.StartsWith(token, StringComparison.Ordinal))
            ?? known.FirstOrDefault(name => token.Length > 3 && (name.StartsWith(token[..^2], StringComparison.Ordinal) || name.EndsWith(token[2..], StringComparison.Ordinal)))
            ?? known.FirstOrDefault(name => name.Length > 3 && name[0] == token[0] && name.Order().SequenceEqual(token.Order()));
        return nearest is null ? $"Unknown {kind} '{token}'." : $"Unknown {kind} '{token}'; did you mean '{nearest}'?";
    }

    private static string CommandPath(CommandResult result)
    {
        var names = new List<string>();
        for (SymbolResult? current = result; current is CommandResult { Parent: not null } command; current = current.Parent)
        {
            names.Insert(0, command.Command.Name);
        }
        return string.Join(' ', names.Prepend("bleep"));
    }
}
