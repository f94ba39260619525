using GuidelineBench.Fuzzing.Guided;
using GuidelineBench.Fuzzing.Sessions;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    // First: in this process nothing that is instrumented may run before it.
    [GuidedTarget.Word, string name] => GuidedTarget.Run(name),
    [FuzzCommand.Word, .. string[] rest] => FuzzCommand.Run(rest, Console.Out),
    _ => await ConsoleRunner.Run(args),
};
