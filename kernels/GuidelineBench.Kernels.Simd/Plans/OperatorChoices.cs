using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Plans;

/// <summary>
/// The plan's text and what it stands for: <c>layout:blocks</c> for a convolution, e.g. <c>pixels32:12x9</c>, and
/// <c>layout:flat</c> for an element-wise operator.
/// </summary>
internal sealed class OperatorChoices
{
    private const string Flat = "flat";

    private readonly ImmutableDictionary<int, OutputBlocks> blocksByOutput;

    private OperatorChoices(MapLayout layout, ImmutableDictionary<int, OutputBlocks> blocksByOutput)
    {
        Layout = layout;
        this.blocksByOutput = blocksByOutput;
    }

    public MapLayout Layout { get; }

    /// <summary>Blocks of the convolution whose step writes that node.</summary>
    public OutputBlocks this[int output] => blocksByOutput[output];

    public static string Text(MapLayout layout, OutputBlocks? blocks) => $"{layout.Name}:{blocks?.ToString() ?? Flat}";

    /// <summary>What is worth trying: every layout of the graph with output blocks of several sizes, the usual first.</summary>
    public static ImmutableArray<PlanChoices> Candidates(Graph graph, ImmutableArray<PlanStep> steps) =>
    [
        .. (from layout in LayoutChoice.Of(graph)
            from size in ConvolutionEmitter.BlockSizes(layout)
            select new PlanChoices([.. steps.Select(step => Text(layout, Balanced(graph, step, size)))])).Distinct(),
    ];

    /// <exception cref="PlanException">The choices are not for these steps on this machine.</exception>
    public static OperatorChoices Of(Graph graph, ImmutableArray<PlanStep> steps, PlanChoices choices)
    {
        if (choices.Operators.Length != steps.Length)
            throw new PlanException(FormattableString.Invariant(
                $"{graph.Name}: the plan has {choices.Operators.Length} operators, the network {steps.Length}."));
        ImmutableArray<MapLayout> layouts = LayoutChoice.Of(graph);
        string name = choices.Operators[0].Split(':')[0];
        MapLayout layout = layouts.FirstOrDefault(candidate => candidate.Name == name) ?? throw new PlanException(
            $"{graph.Name}: the plan's layout {name} is none of this machine's: {string.Join(", ", layouts.Select(candidate => candidate.Name))}.");
        var blocks = ImmutableDictionary.CreateBuilder<int, OutputBlocks>();
        foreach ((PlanStep step, string choice) in steps.Zip(choices.Operators))
        {
            OutputBlocks? parsed = Parse(choice, layout, graph, step);
            if (parsed is not null)
                blocks.Add(step.Output, parsed);
        }

        return new OperatorChoices(layout, blocks.ToImmutable());
    }

    private static OutputBlocks? Parse(string choice, MapLayout layout, Graph graph, PlanStep step)
    {
        string[] parts = choice.Split(':');
        Convolution? convolution = ConvolutionOf(graph, step);
        if (parts.Length == 2 && parts[0] == layout.Name)
        {
            if (convolution is null && parts[1] == Flat)
                return null;
            if (convolution is not null && OutputBlocks.Parse(parts[1]) is { } blocks &&
                blocks.Channels == convolution.OutputChannelsPerGroup && blocks.Largest <= ConvolutionEmitter.LargestBlock(layout, layout.PanelVectors))
                return blocks;
        }

        throw new PlanException($"{graph.Name}: the plan's choice {choice} does not fit {step.Name} on this machine.");
    }

    private static OutputBlocks? Balanced(Graph graph, PlanStep step, int size) =>
        ConvolutionOf(graph, step) is { } convolution ? OutputBlocks.Balanced(convolution.OutputChannelsPerGroup, size) : null;

    private static Convolution? ConvolutionOf(Graph graph, PlanStep step) => graph.Nodes[step.Nodes[0]].Layer as Convolution;
}
