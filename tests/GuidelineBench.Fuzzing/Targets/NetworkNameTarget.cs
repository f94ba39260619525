using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Names of networks, stacks of units and groups, with sizes of the input.</summary>
internal static class NetworkNameTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "table8", "shufflenet_v2_x0_5@64x64", "mobilenet_v1_0.25_backbone@96x32", NetworkCatalogue.All[0].Name, "shufflenet_v2_units_64@7x9", "alexnet@224x224");
        ImmutableArray<string> words = [.. TargetCatalogue.WordsOf(samples), "_backbone", "@1x1", "@8192x8192", "@8193x1", "@0x0"];
        return new FuzzTarget("network-name", 4, samples, words, Read);
    }

    private static Answer Read(byte[] input)
    {
        if (!NetworkGroups.TrySelect(Encoding.UTF8.GetString(input), out ImmutableArray<NetworkCase> cases, out string? error))
            return new Answer(false, error);
        foreach (NetworkCase networkCase in cases)
            if (!NetworkGroups.TryParse(networkCase.Name, out NetworkCase? again, out _) || again.Name != networkCase.Name)
                throw new BrokenPromiseException($"The name {networkCase.Name} is read as another network.");
        return new Answer(true, string.Join(' ', cases.Select(networkCase => networkCase.Name)));
    }
}
