using GuidelineBench.Cli;
using GuidelineBench.Cli.Terminals;

return Application.Run(args, Terminal.OfThisProcess());
