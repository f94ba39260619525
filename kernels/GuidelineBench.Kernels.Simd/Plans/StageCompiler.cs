using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Simd.Channelwise;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Emission;
using GuidelineBench.Kernels.Simd.Threads;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>Turns a run of steps into a <see cref="Stage"/>: kernels, packed parameters, addresses.</summary>
internal sealed unsafe class StageCompiler(
    Graph graph, NetworkParameters parameters, PlanOptions options, OperatorChoices choices, PlanMemory memory)
{
    /// <summary>What the tiles between two operators may take of a core's second-level cache beside the weights.</summary>
    private const int TileBytesAtOnce = 128 * 1024;

    public Stage Compile(ImmutableArray<PlanStep> run)
    {
        int parts = run.Length == 1 ? WorkShare.Parts((long)options.Batch * memory.Layout.Tiles, options.Threads) : 1;
        int tilesAtOnce = run.Length == 1 ? int.MaxValue : TilesAtOnce(run);
        BufferPlan? inner = run.Length == 1 ? null : InnerBuffers(run, tilesAtOnce);
        long scratchBytes = inner?.BufferBytes.Sum() ?? 0;
        var scratch = new ThreadScratch(memory.Bytes(ThreadScratch.BytesFor(options.Threads, scratchBytes)), scratchBytes);
        var innerNodes = run[..^1].Select(step => step.Output).ToHashSet();
        return new Stage([.. run.Select(Instance)], memory.Layout, options.Batch, tilesAtOnce, scratch);

        OperatorInstance Instance(PlanStep step) =>
            new(Operator(step, parts), [.. step.Inputs.Select(Address)], Address(step.Output));

        MapAddress Address(int node) => innerNodes.Contains(node)
            ? new MapAddress((nint)inner!.BufferBytes[..inner[node]].Sum(), Channels(node), IsScratch: true)
            : new MapAddress((nint)memory.Map(node), Channels(node), IsScratch: false);
    }

    private int TilesAtOnce(ImmutableArray<PlanStep> run)
    {
        int largest = run.Max(step => TileBytes(step.Output) + step.Inputs.Sum(TileBytes));
        return Math.Max(1, TileBytesAtOnce / largest);
    }

    /// <summary>The last step writes a whole map, and so does the network before the first: neither needs scratch.</summary>
    private BufferPlan InnerBuffers(ImmutableArray<PlanStep> run, int tilesAtOnce)
    {
        const int outside = -1;
        var inner = run[..^1].Select(step => step.Output).ToHashSet();
        return BufferPlan.Create(
            [.. run.Select(step => step with { Inputs = [.. step.Inputs.Where(inner.Contains)] })],
            inputNode: outside,
            outputNode: run[^1].Output,
            node => inner.Contains(node) ? (long)tilesAtOnce * TileBytes(node) : 0);
    }

    private int TileBytes(int node) => sizeof(float) * memory.Layout.TileFloats(Channels(node));

    private int Channels(int node) => graph.Nodes[node].Output.Channels;

    private ITileOperator Operator(PlanStep step, int parts)
    {
        if (step.Inputs.Length > ThreadScratch.MostInputs)
            throw new PlanException(FormattableString.Invariant(
                $"{graph.Name}: {step.Name} has {step.Inputs.Length} operands; up to {ThreadScratch.MostInputs} are supported."));
        Clamp clamp = step.Nodes.Any(node => graph.Nodes[node].Layer is ReLU) ? Clamp.AtZero : Clamp.None;
        return graph.Nodes[step.Nodes[0]].Layer is Convolution convolution
            ? ConvolutionOperator(step, convolution, new Epilogue(step.Inputs.Length - 1, clamp), parts)
            : new ElementwiseOperator(
                new ElementwiseShape(step.Inputs.Length, clamp), graph.Nodes[step.Output].Output, memory.Layout);
    }

    private ConvolutionOperator ConvolutionOperator(PlanStep step, Convolution convolution, Epilogue epilogue, int parts)
    {
        ConvolutionShape whole = ConvolutionShape.Of(convolution, memory.Layout, choices[step.Output], epilogue);
        ImmutableArray<ConvolutionPart> split = ConvolutionPart.Split(whole, parts);
        return new ConvolutionOperator(whole, split, [.. split.Select(part => Pack(part, parameters[step.Nodes[0]]))]);
    }

    private nint Pack(ConvolutionPart part, LayerParameters unpacked)
    {
        long count = PackedParameters.Count(part.Shape);
        nint packed = memory.Bytes(sizeof(float) * count);
        PackedParameters.Pack(part.Shape, part.FirstOutput, unpacked, new Span<float>((void*)packed, checked((int)count)));
        return packed;
    }
}
