using System.Runtime.CompilerServices;
using GuidelineBench.Cli;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Limits;
using GuidelineBench.Cli.Terminals;

if (ResourceLimits.FirstBreach() is { } breach)
{
    PlainError.Say(breach);
    return ExitCode.Absent;
}

try
{
    return Start(args);
}
catch (Exception error)
{
    // A library that cannot be loaded, or a thread that cannot be started.
    PlainError.Say($"the program cannot be started ({error.Message.ReplaceLineEndings(" ").TrimEnd()}); allowed: all files of the program, and enough memory and threads (ulimit -v, -u; a container's limits)");
    ProcessEnd.AtOnce(ExitCode.Absent);
    return ExitCode.Absent;
}

// Not inlined, so that what it cannot load is caught above.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Start(string[] args)
{
    using IDisposable? size = FileSizeLimit.AsError(), time = ProcessorTimeLimit.AsError();
    WorkingFolder.LeaveWhenGone();
    WindowTitle.LeaveAlone(args);
    return Application.Run(args, Terminal.OfThisProcess());
}
