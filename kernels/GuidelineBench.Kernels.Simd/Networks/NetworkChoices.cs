using System.Collections.Immutable;
using System.Globalization;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Simd.Convolutions;
using GuidelineBench.Kernels.Simd.Layouts;
using GuidelineBench.Kernels.Simd.Vectors;

namespace GuidelineBench.Kernels.Simd.Networks;

/// <summary>
/// What is chosen for each step of a network: for a convolution by products <c>rows:VECTORSvBLOCKS</c>, e.g.
/// <c>rows:3v12x9+1x8</c>, three vectors of pixels by blocks of nine and eight output channels; else <c>rows:flat</c>.
/// </summary>
internal sealed class NetworkChoices
{
    private const string Prefix = "rows:", Flat = "rows:flat";

    private readonly ImmutableDictionary<int, (int Vectors, OutputBlocks Blocks)> byOutput;

    private NetworkChoices(ImmutableDictionary<int, (int Vectors, OutputBlocks Blocks)> byOutput) => this.byOutput = byOutput;

    /// <summary>Vectors of a panel and blocks of the convolution whose step writes that node.</summary>
    public (int Vectors, OutputBlocks Blocks) this[int output] => byOutput[output];

    /// <returns>The plan's text for the step that writes that node.</returns>
    public string Text(int output) => byOutput.TryGetValue(output, out (int Vectors, OutputBlocks Blocks) choice)
        ? FormattableString.Invariant($"{Prefix}{choice.Vectors}v{choice.Blocks}")
        : Flat;

    /// <summary>Panels of one vector and of two, the usual one first; more were never faster on 512, 256 or 128 bits.</summary>
    public static ImmutableArray<PlanChoices> Candidates(Graph graph, ImmutableArray<PlanStep> steps) =>
    [
        .. new[] { UsualVectors, 3 - UsualVectors }
            .Select(vectors => new PlanChoices([.. steps.Select(step => Usual(graph, step, vectors))]))
            .Distinct(),
    ];

    /// <exception cref="PlanException">The choices are not for these steps on this machine.</exception>
    public static NetworkChoices Of(Graph graph, ImmutableArray<PlanStep> steps, PlanChoices choices)
    {
        if (choices.Operators.Length != steps.Length)
            throw new PlanException(FormattableString.Invariant(
                $"{graph.Name}: the plan has {choices.Operators.Length} operators, the network {steps.Length}."));
        var byOutput = ImmutableDictionary.CreateBuilder<int, (int, OutputBlocks)>();
        foreach ((PlanStep step, string text) in steps.Zip(choices.Operators))
        {
            if (ProductOf(graph, step) is not { } convolution)
            {
                if (text != Flat)
                    throw Misfit(graph, step, text);
                continue;
            }

            byOutput.Add(step.Output, Parse(text, graph.Nodes[step.Output].Output, convolution) ?? throw Misfit(graph, step, text));
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
    /// With embedded broadcasts a weight needs no register, and one vector by thirty channels loads least; measured, 2 to 5 %
    /// ahead of two by fourteen.
    /// </summary>
    private static int UsualVectors => VectorWidth.Bits == 512 ? 1 : Math.Min(2, MapLayout.MaxPanelVectors);

    private static string Usual(Graph graph, PlanStep step, int vectors)
    {
        if (ProductOf(graph, step) is not { } convolution)
            return Flat;
        MapLayout layout = NetworkLayouts.Of(graph.Nodes[step.Output].Output);
        int largest = ConvolutionEmitter.LargestBlock(layout, vectors);
        return FormattableString.Invariant(
            $"{Prefix}{vectors}v{OutputBlocks.Balanced(convolution.OutputChannelsPerGroup, largest)}");
    }

    private static (int Vectors, OutputBlocks Blocks)? Parse(string text, MapShape output, Convolution convolution)
    {
        string[] parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('v') : [];
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int vectors)
            && vectors >= 1 && vectors <= MapLayout.MaxPanelVectors
            && OutputBlocks.Parse(parts[1]) is { } blocks
            && blocks.Channels == convolution.OutputChannelsPerGroup
            && blocks.Largest <= ConvolutionEmitter.LargestBlock(NetworkLayouts.Of(output), vectors)
                ? (vectors, blocks)
                : null;
    }

    private static PlanException Misfit(Graph graph, PlanStep step, string text) =>
        new($"{graph.Name}: the plan's choice {text} does not fit {step.Name} on this machine.");
}
