using System.Collections.Immutable;
using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Tests.Samples;

/// <summary>
/// A made-up run of networks alone, with seeded pseudo-random rounds: of all groups, and of networks that no group and no
/// catalogue has. Its numbers look like those of one core with AVX-512 and are no measurement.
/// </summary>
internal static class SampleNetworks
{
    private const double PeakGflops = 116.2;

    /// <summary>Nanoseconds that starting an operator takes.</summary>
    private const double LaunchNs = 900;

    public static NamedResultFile Named { get; } = new("results.json", File());

    /// <param name="slowDepthwise">Whether networks with depthwise convolutions are slower than in the sample, as on a machine with little bandwidth.</param>
    public static ResultFile File(string host = "bench-7950", int seed = 42, bool slowDepthwise = false, IReadOnlyCollection<string>? groups = null)
    {
        var noise = new Noise((uint)seed);
        ImmutableArray<CellResult> cells =
        [
            .. NetworkGroups.All
                .Where(group => groups?.Contains(group.Name) ?? true)
                .SelectMany(group => group.Cases)
                .DistinctBy(networkCase => networkCase.Name)
                .Select(networkCase => Result(networkCase, slowDepthwise, noise)),
        ];
        return SampleRun.File(host, seed, rounds: 5) with
        {
            Command = "./run.sh run --tables none --networks table8",
            Cells =
            [
                .. cells,
                cells[0] with { Experiment = "network:resnet_101", Row = "resnet_101", Operators = null },
                cells[1] with { Experiment = "network:densenet_4.0x", Row = "densenet_4.0x", Rounds = [], MedianNs = null, ImagesPerSecond = null, Operators = null, Skipped = "needs 40 GiB of memory, 3 GiB are free" },
            ],
        };
    }

    private static CellResult Result(NetworkCase networkCase, bool slowDepthwise, Noise noise)
    {
        Graph graph = networkCase.Build();
        GraphCosts costs = GraphCosts.Of(graph);
        bool isUnit = networkCase.Rows[0].Group == "appendix1b";
        int launches = graph.Convolutions.Count() + 8;
        double share = (0.5 + 0.3 * noise.Next()) * (slowDepthwise && graph.Convolutions.Any(convolution => convolution.Convolution.Groups > 8) ? 0.6 : 1);
        double arithmetic = 2 * costs.MultiplyAdds / (PeakGflops * share), nanoseconds = arithmetic + launches * LaunchNs;
        double median = Math.Round(nanoseconds, 1);
        double gflops = 2 * costs.MultiplyAdds / median;
        return new CellResult
        {
            Experiment = isUnit ? "appendix1b" : "network:" + networkCase.Name,
            Row = networkCase.Row,
            Input = [networkCase.Input.Height, networkCase.Input.Width],
            Backend = "simd",
            Threads = 1,
            Batch = 1,
            Variant = "fused",
            Execution = "layer",
            Math = "fp32",
            GraphChecksum = graph.Checksum,
            MultiplyAdds = costs.MultiplyAdds,
            MemoryAccess = costs.MemoryAccess,
            MemoryAccessBound = costs.MemoryAccessBound,
            Bytes = costs.Bytes,
            Launches = launches,
            AllocatedBytes = 0,
            Rounds = [.. Enumerable.Range(-2, 5).Select(round => ImmutableArray.Create(median * (1 + 0.002 * round)))],
            MedianNs = median,
            ImagesPerSecond = 1e9 / median,
            BatchesPerSecond = 1e9 / median,
            Gflops = gflops,
            PercentOfPeak = 100 * gflops / PeakGflops,
            Operators =
            [
                new OperatorTime("pointwise", "conv", 0.6 * arithmetic, costs.MultiplyAdds, 0),
                new OperatorTime("depthwise", "conv", (0.1 + 0.2 * noise.Next()) * arithmetic, 0, 0),
                new OperatorTime("shuffle", "shuffle", networkCase.Entry.Family == "ShuffleNet v1" ? 0.04 * arithmetic : 0, 0, 0),
                new OperatorTime("sum", "element-wise", 0.1 * noise.Next() * arithmetic, 0, 0),
                new OperatorTime("pooling", "other", 0.05 * arithmetic, 0, 0),
                new OperatorTime("input", "data", 0.01 * arithmetic, 0, 0),
            ],
            MaxError = 2.4e-7,
        };
    }
}
