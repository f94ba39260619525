using GuidelineBench.Cli;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Terminals;

using IDisposable? limit = FileSizeLimit.AsError();
return Application.Run(args, Terminal.OfThisProcess());
