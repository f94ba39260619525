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
            "./run.sh run --tables none --networks table6 --rows \"ShuffleNet v2-50 (ours),SENet\" --seed 9",
            "./run.sh run --tables 2,4 --rows g=8,relu=yes,shortcut=no --setting gpu --batch 4",
            "./run.sh run --networks appendix1b,shufflenet_v2_x0_5@64x64 --execution layer,depth-first",
            "./run.sh run --sustained 10m --tables 3",
            "./run.sh run --rounds 5 --cooldown 30");
        ParseResult nothing = new Command("run").Parse([]);
        return new FuzzTarget("stored-command", 4, samples, TargetCatalogue.WordsOf(samples), input => RunOptionsTarget.Said(() => RunOptionsTarget.Stored(
            StoredRun.Resumed(SampleResults.Run with { Command = Encoding.UTF8.GetString(input) }, new RunOptions(), nothing))));
    }
}
