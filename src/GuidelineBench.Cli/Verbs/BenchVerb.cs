using System.CommandLine;
using GuidelineBench.Benchmarks.CommandLine;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>bench</c>: BenchmarkDotNet's own command line over the cells and over each kernel alone.</summary>
internal static class BenchVerb
{
    public const string Name = "bench";

    public static Command Create()
    {
        var backend = new BackendOptions(takesList: false);
        var verb = new Verb(
            Name, "BenchmarkDotNet's own command line over the cells and over each kernel alone; all other options are handed on to it.",
            "./run.sh bench --list flat",
            "./run.sh bench --filter '*table1*depth-first*'",
            "./run.sh bench --backend ilgpu --device 0 --filter '*depthwise*' --job short",
            "./run.sh bench -- --help            BenchmarkDotNet's own help")
        { TreatUnmatchedTokensAsErrors = false };
        foreach (SpecificationOption option in backend.All)
            verb.Add(option.Option);
        verb.SetAction(result =>
        {
            string[] args = [.. result.UnmatchedTokens];
            if (BenchmarkCommandLine.ArtifactsFolder(args) is { } folder)
                OutputPath.RefuseUnwritableFolder(folder, "--artifacts");
            return BenchmarkCommandLine.Run(args, backend.Read(result, SpecificationOption.Default).Backends[0], BackendCatalogue.Processor);
        });
        return verb;
    }
}
