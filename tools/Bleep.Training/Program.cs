using System.CommandLine;
using Bleep.Training.Calls;
using Bleep.Training.Conversion;
using Bleep.Training.Scoring;
using Bleep.Training.Tagger;

var root = new RootCommand("Tools for training and measuring Bleep")
{
    ConvertCommand.Create(), MakeTextCommand.Create(), MakeCallsCommand.Create(), MakeSampleCommand.Create(), ScoreMasksCommand.Create(),
    TrainTaggerCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
