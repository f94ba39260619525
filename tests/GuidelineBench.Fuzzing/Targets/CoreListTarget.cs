using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary><c>--cores</c> on a machine with gaps in its numbers.</summary>
internal static class CoreListTarget
{
    private static readonly int[] Usable = [.. Enumerable.Range(0, 8), .. Enumerable.Range(16, 240)];

    private static readonly ImmutableArray<CoreClassInfo> Kinds =
        [new("big", null, 2, [4, 5]), new("little", null, 2, [2, 3])];

    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes("0", "0,2-3", "16-255,1,4-7", "5,3,1", "0-7,16-255", "255", "7,16", "big,0", "little,performance");
        return new FuzzTarget("core-list", 8, samples, TargetCatalogue.WordsOf(samples), input => RunOptionsTarget.Said(() =>
        {
            var cores = CoreList.Read("--cores", Encoding.UTF8.GetString(input), Usable, Kinds);
            string text = ProcessorList.Write(cores.Processors);
            return CoreList.Read("--cores", text, Usable, Kinds).Processors.SequenceEqual(cores.Processors)
                ? text
                : throw new BrokenPromiseException($"The list {text} is read as another one.");
        }));
    }
}
