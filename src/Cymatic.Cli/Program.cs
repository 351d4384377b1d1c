using Cymatic.Cli;

return await CommandLine.RunAsync(args);
