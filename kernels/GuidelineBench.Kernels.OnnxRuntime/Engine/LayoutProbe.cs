using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.OnnxRuntime.Plans;

namespace GuidelineBench.Kernels.OnnxRuntime.Engine;

/// <summary>Finds out in how large blocks of channels the engine keeps maps on this processor: it fills 4 channels up to one.</summary>
internal static class LayoutProbe
{
    /// <summary>A multiple of 4, which the layout asks for, and smaller than any block.</summary>
    private const int Channels = 4;

    /// <returns>Null where it has no such layout.</returns>
    public static int? BlockChannels(Provider provider)
    {
        if (!provider.IsProcessor)
            return null;
        var builder = new GraphBuilder(new MapShape(Channels, 8, 8));
        builder.Convolution(builder.Input, Channels);
        Graph graph = builder.Build("layout");
        using var plan = new OnnxRuntimePlan(graph, NetworkParameters.Random(graph, seed: 1), PlanOptions.Default, provider);
        return plan.Inspection.Ran().BlockedOutputs;
    }
}
