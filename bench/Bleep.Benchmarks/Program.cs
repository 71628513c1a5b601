using System.CommandLine;
using Bleep.Benchmarks.Peers;
using Bleep.Benchmarks.Stages;

var root = new RootCommand("Measures detection: speed, memory and quality, alone and beside other tools") { StagesCommand.Create(), PeersCommand.Create() };
return await root.Parse(args).InvokeAsync();
