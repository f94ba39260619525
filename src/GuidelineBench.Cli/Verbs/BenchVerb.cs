using System.CommandLine;
using GuidelineBench.Benchmarks.CommandLine;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>bench</c>: BenchmarkDotNet's own command line over the cells and over each kernel alone.</summary>
internal static class BenchVerb
{
    public static Command Create()
    {
        var verb = new Verb(
            "bench", "BenchmarkDotNet's own command line over the cells and over each kernel alone; all options are handed on to it.",
            "./run.sh bench --list flat",
            "./run.sh bench --filter '*table1*depth-first*'",
            "./run.sh bench --filter '*depthwise*' --job short",
            "./run.sh bench -- --help            BenchmarkDotNet's own help")
        { TreatUnmatchedTokensAsErrors = false };
        verb.SetAction(result => BenchmarkCommandLine.Run([.. result.UnmatchedTokens]));
        return verb;
    }
}
