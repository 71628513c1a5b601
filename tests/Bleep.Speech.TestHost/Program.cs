using Bleep.Speech.Hosting;
using Bleep.Speech.TestHost;

// An engine host with the real engines and one that misbehaves on demand.
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
return args is [EngineHostCommand.Verb]
    ? await EngineHostProgram.RunAsync(input, output, FaultyEngine.AndBuiltIn(output), CancellationToken.None)
    : 64;
