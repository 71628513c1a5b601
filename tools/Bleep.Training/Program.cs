using System.CommandLine;
using Bleep.Training.Conversion;

var root = new RootCommand("Tools for training and measuring Bleep") { ConvertCommand.Create() };
return await root.Parse(args).InvokeAsync();
