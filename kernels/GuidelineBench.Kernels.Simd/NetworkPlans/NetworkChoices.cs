using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Kernels.Simd.NetworkPlans;

/// <summary>What is chosen for each step of a network: a <see cref="ProductChoice"/> for a convolution by products, else <c>rows:flat</c>.</summary>
internal sealed class NetworkChoices
{
    private const string Flat = ProductChoice.Prefix + "flat";

    private readonly ImmutableDictionary<int, ProductChoice> byOutput;

    private NetworkChoices(ImmutableDictionary<int, ProductChoice> byOutput) => this.byOutput = byOutput;

    /// <summary>
    /// With 512 bits one vector by thirty channels loads least, as an instruction can broadcast its operand; measured, 2 to
    /// 10 % ahead of two by fourteen, and three and four were never faster. Of narrower vectors a core multiplies as many as it
    /// loads, two per cycle, and one by thirty waits for its weights: four by four are mostly 3 to 10 % ahead, and 16 registers hold
    /// two by six. These small blocks read their inputs often: cut into slices, ResNet-50 is 5 % faster with 16 registers and
    /// ShuffleNet v2 1 to 2 %. Thirty channels of narrow vectors may be longer code than the JIT optimises.
    /// </summary>
    internal static ImmutableArray<ProductWay> Ways { get; } = (VectorWidth.Bits, VectorWidth.Registers) switch
    {
        (512, _) => [new(1), new(1, OtherOrder: true), new(2)],
        (_, 32) => [new(4, 4, InSlices: true), new(4, 4, InSlices: true, OtherOrder: true), new(1, 24)],
        _ => [new(2, InSlices: true), new(2, InSlices: true, OtherOrder: true), new(2)],
    };

    /// <summary>How the convolution is computed whose step writes that node.</summary>
    public ProductChoice this[int output] => byOutput[output];

    /// <returns>The plan's text for the step that writes that node.</returns>
    public string Text(int output) => byOutput.TryGetValue(output, out ProductChoice? choice) ? choice.ToString() : Flat;

    /// <summary>The usual way first, then the other order of loops, then another tile.</summary>
    public static ImmutableArray<PlanChoices> Candidates(Graph graph, ImmutableArray<PlanStep> steps) =>
    [
        .. Ways.Select(way => new PlanChoices([.. steps.Select(step => Text(graph, step, way))])).Distinct(),
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

            ProductChoice? choice = ProductChoice.Parse(text, graph.Nodes[step.Output].Output, convolution);
            if (choice is null || choice.Slices > 1 && ReadsInput(graph, step))
                throw Misfit(graph, step, text);
            byOutput.Add(step.Output, choice);
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

    private static string Text(Graph graph, PlanStep step, ProductWay way) =>
        ProductOf(graph, step) is { } convolution
            ? way.Of(convolution, graph.Nodes[step.Output].Output, mayCut: !ReadsInput(graph, step)).ToString()
            : Flat;

    /// <summary>The first convolution goes by rows, of which one overwrites what the one before it has computed for nothing.</summary>
    private static bool ReadsInput(Graph graph, PlanStep step) => graph.Nodes[step.Nodes[0]].Inputs[0] == graph.Input.Index;

    private static PlanException Misfit(Graph graph, PlanStep step, string text) =>
        new($"{graph.Name}: the plan's choice {text} does not fit {step.Name} on this machine.");
}
