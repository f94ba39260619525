using GuidelineBench.Fuzzing.Sessions;
using Xunit.Runner.InProc.SystemConsole;

return args is [FuzzCommand.Word, .. string[] rest]
    ? FuzzCommand.Run(rest, Console.Out)
    : await ConsoleRunner.Run(args);
