using GuidelineBench.Cli;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Limits;
using GuidelineBench.Cli.Terminals;

if (OpenFileLimit.Breach() is { } breach)
    return OpenFileLimit.Refuse(breach);
using IDisposable? limit = FileSizeLimit.AsError();
WorkingFolder.LeaveWhenGone();
WindowTitle.LeaveAlone(args);
return Application.Run(args, Terminal.OfThisProcess());
