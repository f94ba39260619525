using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Placement;
using GuidelineBench.Kernels.Ilgpu.Convolutions;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using GuidelineBench.Kernels.Ilgpu.Vendor;
using GuidelineBench.Kernels.Ilgpu.Windows;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Plans;

/// <summary>What can be chosen for each step of a plan. Every choice begins with the layout that all maps have, planes of channels.</summary>
/// <param name="steps">In order of execution.</param>
/// <param name="placement">Where the maps lie.</param>
/// <param name="tiles">Those of convolutions.</param>
/// <param name="isVendor">Whether cuBLAS computes the products that it can.</param>
internal sealed class StepChoices(
    Accelerator accelerator, Graph graph, ImmutableArray<PlanStep> steps, ChannelPlacement placement, PlanOptions options,
    ImmutableArray<TileClass> tiles, bool isVendor)
{
    private const string Layout = "planes:";

    /// <summary>Of operators that there is one way for.</summary>
    private const string Flat = "flat";

    /// <summary>
    /// As many plans as the step with the most choices has: each with another choice for every step, and the usual one for
    /// steps that have no more.
    /// </summary>
    public ImmutableArray<PlanChoices> Candidates()
    {
        ImmutableArray<ImmutableArray<string>> choices = [.. steps.Select(Of)];
        return
        [
            .. Enumerable.Range(0, choices.Max(step => step.Length))
                .Select(plan => new PlanChoices([.. choices.Select(step => Layout + step[plan < step.Length ? plan : 0])])),
        ];
    }

    /// <returns>For each step its choice without the layout: those of the options, or the usual ones.</returns>
    /// <exception cref="PlanException">The options' choices are not for these steps.</exception>
    public ImmutableArray<string> Chosen()
    {
        if (options.Choices is not { } given)
            return [.. steps.Select(step => Of(step)[0])];
        if (given.Operators.Length != steps.Length)
            throw new PlanException(FormattableString.Invariant(
                $"{graph.Name}: the plan has {given.Operators.Length} operators, the network {steps.Length}."));
        return [.. steps.Zip(given.Operators, Known)];
    }

    /// <returns>The choices as the plan shows them.</returns>
    public static PlanChoices Shown(IEnumerable<CompiledStep> steps) =>
        new([.. steps.Select(step => Layout + step.Operators[0].Choice)]);

    private string Known(PlanStep step, string choice) =>
        choice.StartsWith(Layout, StringComparison.Ordinal) && Of(step).Contains(choice[Layout.Length..])
            ? choice[Layout.Length..]
            : throw new PlanException($"{graph.Name}: the plan's choice {choice} does not fit {step.Name} on this device.");

    /// <returns>One or more, the usual one first.</returns>
    private ImmutableArray<string> Of(PlanStep step)
    {
        Node head = graph.Nodes[step.Nodes[0]];
        MapShape input = graph.Nodes[step.Inputs[0]].Output;
        return head.Layer switch
        {
            Convolution { Kind: ConvolutionKind.Depthwise } depthwise => WindowOperators.Choices(depthwise.Window, input, options.Batch),
            Convolution convolution when isVendor && VendorProduct.IsProduct(convolution) && AreContiguous(step) => [VendorProduct.ChoiceName],
            Convolution convolution => ConvolutionOperators.Choices(convolution, input, options.Batch, tiles, accelerator),
            FullyConnected layer => FullyConnectedOperators.Choices(layer, input, options.Batch, accelerator),
            MaxPooling pooling => WindowOperators.Choices(pooling.Window, input, options.Batch),
            AveragePooling pooling => WindowOperators.Choices(pooling.Window, input, options.Batch),
            _ => [Flat],
        };
    }

    private bool AreContiguous(PlanStep step) =>
        DeviceMaps.FirstPlane(placement[step.Inputs[0]].Slots) >= 0 && DeviceMaps.FirstPlane(placement[step.Output].Slots) >= 0;
}

/// <summary>A step of a plan with all that is launched for it.</summary>
/// <param name="Operators">In order, one or more; the plan's choice is that of the first.</param>
/// <param name="Bytes">Maps and parameters that one forward pass of the batch reads and writes.</param>
internal sealed record CompiledStep(PlanStep Step, ImmutableArray<IDeviceOperator> Operators, long Bytes);
