using Bleep.Cli;

return await BleepProgram.RunAsync(args);
