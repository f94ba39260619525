using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Fusion;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Elementwise;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>Turns a graph into a <see cref="SimdPlan"/>: layout, kernels, packed weights, buffers.</summary>
internal sealed unsafe class PlanCompiler(Graph graph, NetworkParameters parameters, PlanOptions options, IBufferAllocator allocator)
{
    public SimdPlan Compile()
    {
        ImmutableArray<PlanStep> steps = FusionPass.Steps(graph, options.FuseElementwise);
        MapLayout layout = ChooseLayout();
        var memory = new PlanMemory(graph, options, steps, layout, allocator);
        try
        {
            return new SimdPlan(graph, options, steps, [.. steps.Select(step => Compile(step, memory))], memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>All maps of a graph have one size, so one layout serves them all and nothing is converted in between.</summary>
    private MapLayout ChooseLayout()
    {
        MapShape shape = graph.Input.Output;
        if (graph.Nodes.Any(node => node.Output.WithChannels(1) != shape.WithChannels(1)))
            throw new PlanException($"{graph.Name}: maps of different sizes are not supported.");
        if (graph.Convolutions.Any(entry => entry.Convolution.KernelSize > 3))
            throw new PlanException($"{graph.Name}: convolutions up to 3x3 are supported.");
        return graph.Convolutions.Any(entry => entry.Convolution.KernelSize > 1)
            ? MapLayout.RowTiles(shape)
            : MapLayout.PixelTiles(shape);
    }

    private ISimdStep Compile(PlanStep step, PlanMemory memory) =>
        graph.Nodes[step.Nodes[0]].Layer is Convolution convolution
            ? CompileConvolution(step, convolution, memory)
            : CompileElementwise(step, memory);

    private ConvolutionStep CompileConvolution(PlanStep step, Convolution convolution, PlanMemory memory)
    {
        OutputBlocks blocks = OutputBlocks.Balanced(
            convolution.OutputChannelsPerGroup, ConvolutionEmitter.LargestBlock(memory.Layout));
        var shape = new ConvolutionShape(
            memory.Layout,
            convolution.InputChannelsPerGroup,
            convolution.OutputChannelsPerGroup,
            convolution.Groups,
            convolution.KernelSize,
            blocks,
            new Epilogue(step.Inputs.Length - 1, HasReLU(step)));
        long count = PackedParameters.Count(shape);
        float* packed = memory.Floats(count);
        PackedParameters.Pack(shape, parameters[step.Nodes[0]], new Span<float>(packed, checked((int)count)));
        float* output = memory.Map(step.Output);
        return new ConvolutionStep(
            shape, options.Batch, memory.Map(step.Inputs[0]), packed, output, Distances(step.Inputs.Skip(1), output, memory));
    }

    private ElementwiseStep CompileElementwise(PlanStep step, PlanMemory memory)
    {
        MapShape map = graph.Nodes[step.Output].Output;
        float* output = memory.Map(step.Output);
        return new ElementwiseStep(
            new ElementwiseShape(step.Inputs.Length, HasReLU(step)), map, options.Batch, output,
            Distances(step.Inputs, output, memory), memory.Layout.BufferFloats(map.Channels, options.Batch));
    }

    private bool HasReLU(PlanStep step) => step.Nodes.Any(node => graph.Nodes[node].Layer is ReLU);

    private static nint* Distances(IEnumerable<int> nodes, float* output, PlanMemory memory)
    {
        int[] operands = [.. nodes];
        nint* distances = memory.Addresses(operands.Length);
        for (int i = 0; i < operands.Length; i++)
            distances[i] = (nint)memory.Map(operands[i]) - (nint)output;
        return distances;
    }
}
