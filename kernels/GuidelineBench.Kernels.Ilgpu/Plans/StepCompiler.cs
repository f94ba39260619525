using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Channelwise;
using GuidelineBench.Kernels.Ilgpu.Convolutions;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using GuidelineBench.Kernels.Ilgpu.Vendor;
using GuidelineBench.Kernels.Ilgpu.Windows;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Plans;

/// <summary>Turns a step into the operators that compute it.</summary>
/// <param name="tiles">Those of convolutions.</param>
/// <param name="cublas">What computes products where that was chosen; null where it never is.</param>
internal sealed class StepCompiler(
    Accelerator accelerator, Graph graph, NetworkParameters parameters, PlanOptions options, DeviceMaps maps, DeviceMemory memory,
    ImmutableArray<TileClass> tiles, Cublas? cublas)
{
    /// <summary>Maps that products add in their epilogue.</summary>
    private const int MostAddends = 3;

    /// <param name="choice">Without the layout.</param>
    public CompiledStep Compile(PlanStep step, string choice)
    {
        ImmutableArray<IDeviceOperator> operators = Operators(step, choice);
        long elements = step.Inputs.Append(step.Output).Sum(node => graph.Nodes[node].Output.Elements);
        // What is done behind an operator reads its output again and writes it once more.
        elements += 2L * (operators.Length - 1) * graph.Nodes[step.Output].Output.Elements;
        long weights = step.Nodes.Sum(node => graph.Nodes[node].Layer is WeightedLayer layer ? layer.WeightCount + layer.OutputChannels : 0);
        return new CompiledStep(step, operators, sizeof(float) * (options.Batch * elements + weights));
    }

    private ImmutableArray<IDeviceOperator> Operators(PlanStep step, string choice)
    {
        Node head = graph.Nodes[step.Nodes[0]];
        DeviceMap input = maps[step.Inputs[0]], output = maps[step.Output];
        return head.Layer switch
        {
            Convolution { Kind: ConvolutionKind.Depthwise } depthwise => Depthwise(step, depthwise, choice),
            Convolution convolution when choice == VendorProduct.ChoiceName => VendorConvolved(step, convolution),
            Convolution convolution => Convolved(step, convolution, choice),
            FullyConnected layer => Connected(step, layer, choice),
            MaxPooling or AveragePooling =>
                [WindowOperators.Pooling(accelerator, head.Layer, input, output, ActivationOf(step), options.Batch, choice)],
            GlobalAveragePooling => [MeanKernel.Create(accelerator, input, output, options.Batch, choice)],
            LocalResponseNormalization layer => [ResponseNormalizationKernel.Create(accelerator, layer, input, output, options.Batch, choice)],
            BatchNormalization => Summed(step, [input, .. Addends(step, 1)], Norm(parameters[head.Index]), choice),
            ChannelScaling => Summed(step, [input, .. Addends(step, 2)], new MapFactors(new DevicePlanes(maps[step.Inputs[1]])), choice),
            Sum or Activation => Summed(step, [.. Addends(step, 0)], default(Unscaled), choice),
            _ => throw new PlanException($"{graph.Name}: {head.Layer.Signature} is not supported on this backend."),
        };
    }

    private ImmutableArray<IDeviceOperator> Depthwise(PlanStep step, Convolution convolution, string choice)
    {
        bool fused = step.Inputs.Length == 1;
        IDeviceOperator window = WindowOperators.Depthwise(
            accelerator, convolution, parameters[step.Nodes[0]], maps[step.Inputs[0]], maps[step.Output],
            fused ? ActivationOf(step) : null, options.Batch, choice, memory);
        return fused ? [window] : [window, .. Rest(step, Addends(step, 1))];
    }

    private ImmutableArray<IDeviceOperator> Convolved(PlanStep step, Convolution convolution, string choice)
    {
        ImmutableArray<DeviceMap> addends = [.. Addends(step, 1)];
        bool fused = IsClamp(ActivationOf(step)) && addends.Length <= MostAddends;
        IDeviceOperator product = ConvolutionOperators.Create(
            accelerator, convolution, parameters[step.Nodes[0]], maps[step.Inputs[0]], maps[step.Output], fused ? addends : [],
            fused ? ActivationOf(step) : null, options.Batch, choice, tiles, memory);
        return fused ? [product] : [product, .. Rest(step, addends)];
    }

    private ImmutableArray<IDeviceOperator> VendorConvolved(PlanStep step, Convolution convolution)
    {
        LayerParameters layer = parameters[step.Nodes[0]];
        DeviceMap output = maps[step.Output];
        return
        [
            VendorProduct.Create(
                cublas!, convolution, memory.Upload(layer.Weights), maps[step.Inputs[0]], output, options.Batch, options.Math),
            .. Summed(step, [output, .. Addends(step, 1)], new Biased(memory.Upload(layer.Bias)), ""),
        ];
    }

    private ImmutableArray<IDeviceOperator> Connected(PlanStep step, FullyConnected layer, string choice)
    {
        bool fused = IsClamp(ActivationOf(step));
        IDeviceOperator product = FullyConnectedOperators.Create(
            accelerator, layer, parameters[step.Nodes[0]], maps[step.Inputs[0]], maps[step.Output], [],
            fused ? ActivationOf(step) : null, options.Batch, choice, memory);
        return fused ? [product] : [product, .. Rest(step, [])];
    }

    /// <summary>What a step does behind its convolution, on the output where it lies.</summary>
    private ImmutableArray<IDeviceOperator> Rest(PlanStep step, IEnumerable<DeviceMap> addends) =>
        Summed(step, [maps[step.Output], .. addends], default(Unscaled), "");

    private ImmutableArray<IDeviceOperator> Summed<TScale>(PlanStep step, ImmutableArray<DeviceMap> operands, TScale scale, string choice)
        where TScale : struct, IChannelScale =>
        SumOperators.Create(accelerator, operands, scale, ActivationOf(step), maps[step.Output], options.Batch, choice);

    private FoldedNorm Norm(LayerParameters layer) => new(memory.Upload(layer.Weights), memory.Upload(layer.Bias));

    private IEnumerable<DeviceMap> Addends(PlanStep step, int first) => step.Inputs.Skip(first).Select(node => maps[node]);

    private Activation? ActivationOf(PlanStep step) => graph.Nodes[step.Output].Layers[^1] as Activation;

    /// <summary>Whether products apply it in their epilogue.</summary>
    private static bool IsClamp(Activation? activation) => activation is null or ReLU or ReLU6;
}
