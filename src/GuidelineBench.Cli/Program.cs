using GuidelineBench.Cli;
using GuidelineBench.Cli.Terminals;

return CommandLine.Run(args, Terminal.OfThisProcess());
