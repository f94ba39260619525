using System.CommandLine;
using System.Text;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Runs;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>The command in a result file, from which a run is resumed.</summary>
internal static class StoredCommandTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "./run.sh run",
            "./run.sh run --tables 1 --scale x1 --rounds 2 --quick",
            "./run.sh run --tables none --networks table6 --rows \"ShuffleNet v2\" --seed 9");
        ParseResult nothing = new Command("run").Parse([]);
        return new FuzzTarget("stored-command", 4, [.. samples.Where(sample => Read(sample).IsAccepted)], TargetCatalogue.WordsOf(samples), Read);

        Answer Read(byte[] input) => RunOptionsTarget.Said(() => StoredRun.Settings(
            SampleResults.Run with { Command = Encoding.UTF8.GetString(input) }, new RunOptions(), nothing).Command);
    }
}
