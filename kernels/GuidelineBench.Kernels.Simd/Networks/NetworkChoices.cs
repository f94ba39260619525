using System.Collections.Immutable;
using System.Runtime.Intrinsics.X86;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;

namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>What is chosen for each step of a network: a <see cref="ProductChoice"/> for a convolution by products, else <c>rows:flat</c>.</summary>
internal sealed class NetworkChoices
{
    private const string Flat = ProductChoice.Prefix + "flat";

    private readonly ImmutableDictionary<int, ProductChoice> byOutput;

    private NetworkChoices(ImmutableDictionary<int, ProductChoice> byOutput) => this.byOutput = byOutput;

    /// <summary>How the convolution is computed whose step writes that node.</summary>
    public ProductChoice this[int output] => byOutput[output];

    /// <returns>The plan's text for the step that writes that node.</returns>
    public string Text(int output) => byOutput.TryGetValue(output, out ProductChoice? choice) ? choice.ToString() : Flat;

    /// <summary>
    /// The usual number of vectors and order of loops first, then the other order, then one vector instead of two or two
    /// instead of one; three and four were never faster, measured with 512 bits.
    /// </summary>
    public static ImmutableArray<PlanChoices> Candidates(Graph graph, ImmutableArray<PlanStep> steps) =>
    [
        .. new[] { (UsualVectors, false), (UsualVectors, true), (3 - UsualVectors, false) }
            .Select(way => new PlanChoices([.. steps.Select(step => Usual(graph, step, way.Item1, otherOrder: way.Item2))]))
            .Distinct(),
    ];

    /// <exception cref="PlanException">The choices are not for these steps on this machine.</exception>
    public static NetworkChoices Of(Graph graph, ImmutableArray<PlanStep> steps, PlanChoices choices)
    {
        if (choices.Operators.Length != steps.Length)
            throw new PlanException(FormattableString.Invariant(
                $"{graph.Name}: the plan has {choices.Operators.Length} operators, the network {steps.Length}."));
        var byOutput = ImmutableDictionary.CreateBuilder<int, ProductChoice>();
        foreach ((PlanStep step, string text) in steps.Zip(choices.Operators))
        {
            if (ProductOf(graph, step) is not { } convolution)
            {
                if (text != Flat)
                    throw Misfit(graph, step, text);
                continue;
            }

            byOutput.Add(step.Output, ProductChoice.Parse(text, graph.Nodes[step.Output].Output, convolution) ?? throw Misfit(graph, step, text));
        }

        return new NetworkChoices(byOutput.ToImmutable());
    }

    /// <returns>The convolution of a step that is computed as products, not by a window or as a fully connected layer.</returns>
    public static Convolution? ProductOf(Graph graph, PlanStep step) =>
        graph.Nodes[step.Nodes[0]].Layer is Convolution convolution
        && !IsWindow(convolution)
        && !IsFullyConnected(convolution, graph.Nodes[graph.Nodes[step.Nodes[0]].Inputs[0]].Output)
            ? convolution
            : null;

    /// <summary>A depthwise convolution that a window's kernel computes.</summary>
    public static bool IsWindow(Convolution convolution) =>
        convolution.Kind == ConvolutionKind.Depthwise && convolution.Window is { Stride: <= 2, KernelSize: <= 7 };

    /// <summary>A 1x1 convolution of one pixel.</summary>
    public static bool IsFullyConnected(Convolution convolution, MapShape input) =>
        convolution.Kind == ConvolutionKind.Pointwise && convolution.Window.IsCentered && input.Pixels == 1;

    /// <summary>
    /// Where an instruction can broadcast its operand a weight needs no register, and one vector by thirty channels loads
    /// least; measured, 2 to 10 % ahead of two by fourteen.
    /// </summary>
    private static int UsualVectors => Avx512F.VL.IsSupported ? 1 : 2;

    private static string Usual(Graph graph, PlanStep step, int vectors, bool otherOrder)
    {
        if (ProductOf(graph, step) is not { } convolution)
            return Flat;
        MapLayout layout = NetworkLayouts.Of(graph.Nodes[step.Output].Output);
        int largest = ConvolutionEmitter.LargestBlock(layout, vectors);
        return new ProductChoice(
            vectors, ProductChoice.PrefersBlockByBlock(convolution) != otherOrder,
            OutputBlocks.Balanced(convolution.OutputChannelsPerGroup, largest)).ToString();
    }

    private static PlanException Misfit(Graph graph, PlanStep step, string text) =>
        new($"{graph.Name}: the plan's choice {text} does not fit {step.Name} on this machine.");
}
