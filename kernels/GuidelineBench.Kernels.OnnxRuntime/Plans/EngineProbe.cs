using System.Diagnostics;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.OnnxRuntime.Engine;

namespace GuidelineBench.Kernels.OnnxRuntime.Plans;

/// <summary>Finds out by small networks what holds for all of an engine's.</summary>
internal static class EngineProbe
{
    /// <summary>Passes of which the fastest counts.</summary>
    private const int Passes = 1000;

    /// <summary>A multiple of 4, which the layout asks for, and smaller than any block.</summary>
    private const int Channels = 4;

    /// <summary>In how large blocks of channels maps are kept on this processor: 4 channels are filled up to one.</summary>
    /// <returns>Null where it has no such layout.</returns>
    public static int? BlockChannels(Provider provider, string folder)
    {
        if (!provider.IsProcessor)
            return null;
        var builder = new GraphBuilder(new MapShape(Channels, 8, 8));
        builder.Convolution(builder.Input, Channels);
        Graph graph = builder.Build("layout");
        using var plan = new OnnxRuntimePlan(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default, provider);
        return plan.Inspection.Ran(folder).BlockedOutputs;
    }

    /// <summary>What a call costs: a pass of a network of one activation of one number.</summary>
    public static double CallNs(Provider provider)
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        builder.ReLU(builder.Input);
        Graph graph = builder.Build("call");
        using var plan = new OnnxRuntimePlan(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default, provider);
        double fastest = double.PositiveInfinity;
        for (int pass = 0; pass < Passes; pass++)
        {
            long start = Stopwatch.GetTimestamp();
            plan.Run();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return Math.Max(1, fastest);
    }
}
