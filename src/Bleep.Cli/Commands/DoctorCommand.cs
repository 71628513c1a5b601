using System.CommandLine;
using Bleep.Cli.Engines;

namespace Bleep.Cli.Commands;

/// <summary><c>bleep doctor</c>: what the machine has, what it lacks, and how it comes by that.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Write the findings as JSON" };
        var command = new ExampleCommand("doctor", "Check what this machine has for Bleep.", "bleep doctor") { json };
        command.SetAction(async (parsed, token) =>
        {
            var checks = await MachineChecks.RunAsync(token);
            if (parsed.GetValue(json))
            {
                Output.DoctorOutput.WriteJson(Console.Out, checks);
            }
            else
            {
                Output.DoctorOutput.Write(Console.Out, checks);
            }
            return checks.All(check => check.IsGood) ? ExitCodes.Done : ExitCodes.MachineLacks;
        });
        return command;
    }
}
