using System.CommandLine;
using Bleep.Training.Calls;
using Bleep.Training.Conversion;

var root = new RootCommand("Tools for training and measuring Bleep") { ConvertCommand.Create(), MakeTextCommand.Create() };
return await root.Parse(args).InvokeAsync();
