using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;

namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>How fast a kernel ran and how fast it could have run by the roofline.</summary>
/// <param name="Gflops">10^9 operations per second; null for kernels without multiply-adds.</param>
/// <param name="GBs">10^9 bytes per second.</param>
/// <param name="PercentOfCeiling">Attainable time in percent of the measured one, never clamped; null where the ceiling is unknown.</param>
/// <param name="BoundBy"><c>FMA</c>, or the level whose bandwidth is the lower limit; null where the ceiling is unknown.</param>
internal sealed record KernelRates(double? Gflops, double GBs, double? PercentOfCeiling, string? BoundBy)
{
    private const string MultiplyAdds = "FMA";

    /// <param name="meanNs">Of one launch.</param>
    /// <param name="ceiling">At the kernel's thread count.</param>
    /// <param name="cacheBytes">By level (<c>L1d</c>, <c>L2</c>, <c>L3</c>) as one core sees them.</param>
    public static KernelRates Of(KernelWork work, double meanNs, Ceiling ceiling, IReadOnlyDictionary<string, long> cacheBytes)
    {
        var rates = new KernelRates(
            work.MultiplyAdds == 0 ? null : work.Operations / meanNs, work.Bytes / meanNs, PercentOfCeiling: null, BoundBy: null);
        if (Level(work, ceiling, cacheBytes) is not { } level)
            return rates;

        // The longer of the two times is the lower of the two rates: min(peak, operations per byte x bandwidth).
        // As times it holds for kernels without multiply-adds too.
        double arithmeticNs = work.Operations / ceiling.FmaGflops;
        double transferNs = work.Bytes / ceiling.BandwidthGBs[level];
        return rates with
        {
            PercentOfCeiling = 100 * Math.Max(arithmeticNs, transferNs) / meanNs,
            BoundBy = arithmeticNs >= transferNs ? MultiplyAdds : level,
        };
    }

    /// <returns>The innermost measured level that holds what a thread touches; null when none does.</returns>
    private static string? Level(KernelWork work, Ceiling ceiling, IReadOnlyDictionary<string, long> cacheBytes) =>
        // Threads split the maps; each reads all parameters.
        MemoryLevels.Holding(work.MapBytes / ceiling.Threads + work.ParameterBytes, cacheBytes, ceiling, ceiling.Threads);
}

/// <summary>What one launch of a kernel does.</summary>
/// <param name="MultiplyAdds">Of its convolution; element-wise operators have none.</param>
/// <param name="MapBytes">Of the maps read and written.</param>
/// <param name="ParameterBytes">Of weights and biases.</param>
public sealed record KernelWork(long MultiplyAdds, long MapBytes, long ParameterBytes)
{
    /// <summary>2 per multiply-add.</summary>
    public long Operations => 2 * MultiplyAdds;

    public long Bytes => MapBytes + ParameterBytes;

    public static KernelWork Of(KernelCase kernel)
    {
        Graph graph = KernelGraph.Of(kernel);
        PlanStep step = FusionPass.Steps(graph, fuseElementwise: true)[^1];
        long mapElements = step.Inputs.Append(step.Output).Sum(node => graph.Nodes[node].Output.Elements);
        Node first = graph.Nodes[step.Nodes[0]];
        return first.Layer is Convolution convolution
            ? new KernelWork(
                ConvolutionCosts.MultiplyAdds(convolution, graph.Nodes[first.Inputs[0]].Output),
                GraphCosts.BytesPerElement * mapElements,
                GraphCosts.BytesPerElement * (convolution.WeightCount + convolution.OutputChannels))
            : new KernelWork(MultiplyAdds: 0, GraphCosts.BytesPerElement * mapElements, ParameterBytes: 0);
    }
}
