using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Fusion;

namespace GuidelineBench.Benchmarks.Kernels;

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
