using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Names of networks, stacks of units and groups, with sizes of the input.</summary>
internal static class NetworkNameTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "table8", "shufflenet_v2_x0_5@64x64", "mobilenet_v1_x0_25_backbone@96x32", NetworkCatalogue.All[0].Name, "shufflenet_v2_units_64@7x9", "alexnet@224x224");
        ImmutableArray<string> words = [.. TargetCatalogue.WordsOf(samples), "_backbone", "@1x1", "@8192x8192", "@8193x1", "@0x0"];
        return new FuzzTarget("network-name", 4, [.. samples.Where(sample => Read(sample).IsAccepted)], words, Read);
    }

    private static Answer Read(byte[] input) =>
        NetworkGroups.TrySelect(Encoding.UTF8.GetString(input), out ImmutableArray<NetworkCase> cases, out string? error)
            ? new Answer(true, string.Join(' ', cases.Select(networkCase => networkCase.Name)))
            : new Answer(false, error);
}
