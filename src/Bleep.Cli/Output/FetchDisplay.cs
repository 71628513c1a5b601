using Bleep.Speech.Models.Fetching;

namespace Bleep.Cli.Output;

/// <summary>Shows how far a download is, on standard error: one line that changes on a terminal, a line each tenth elsewhere.</summary>
/// <param name="name">What is fetched.</param>
internal sealed class FetchDisplay(string name) : IProgress<FetchProgress>, IDisposable
{
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private string _stage = "";
    private long _step = -1;

    public void Report(FetchProgress value)
    {
        int steps = _isTerminal ? 1000 : 10;
        long step = value.TotalBytes is > 0 and var total ? value.DoneBytes * steps / total : 0;
        if (value.Stage == _stage && step <= _step)
        {
            return;
        }
        bool isNewLine = _stage.Length > 0 && value.Stage != _stage;
        (_stage, _step) = (value.Stage, step);
        string share = value.TotalBytes is > 0 and var bytes ? $" {100 * value.DoneBytes / bytes,3} % of {bytes / 1e6:F0} MB" : "";
        string line = ErrorLine.Clean($"{name}: {_stage}{share}");
        if (_isTerminal)
        {
            Console.Error.Write($"{(isNewLine ? "\n" : "\r")}{line}");
        }
        else
        {
            Console.Error.WriteLine(line);
        }
    }

    public void Dispose()
    {
        if (_isTerminal && _stage.Length > 0)
        {
            Console.Error.WriteLine();
        }
    }
}
