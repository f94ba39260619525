using System.Text;
using GuidelineBench.Cli.Options;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary><c>--cores</c> on a machine with gaps in its numbers.</summary>
internal static class CoreListTarget
{
    private static readonly int[] Usable = [.. Enumerable.Range(0, 8), .. Enumerable.Range(16, 240)];

    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes("0", "0,2-3", "16-255,1,4-7", "5,3,1", "0-7,16-255", "255", "7,16");
        return new FuzzTarget("core-list", 8, samples, TargetCatalogue.WordsOf(samples), input => RunOptionsTarget.Said(() =>
        {
            var cores = CoreList.Read("--cores", Encoding.UTF8.GetString(input), Usable);
            string text = CoreList.Write(cores.Processors);
            return CoreList.Read("--cores", text, Usable).Processors.SequenceEqual(cores.Processors)
                ? text
                : throw new BrokenPromiseException($"The list {text} is read as another one.");
        }));
    }
}
