using System.Collections.Immutable;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>
/// Element-wise operators: the first operand scaled by channel, plus the others, through a function. A thread computes
/// four consecutive elements; the floats that round a plane up to quads are computed along, which saves every test.
/// </summary>
internal static class SumKernel
{
    public static void Run<TScale, TFunction>(SumArguments<TScale> arguments)
        where TScale : struct, IChannelScale
        where TFunction : struct, IElementFunction
    {
        int thread = Grid.GlobalIndex.X;
        if (thread >= arguments.Quads)
            return;
        int plane = thread / arguments.Output.PlaneQuads;
        int quad = thread - plane * arguments.Output.PlaneQuads;
        int image = plane / arguments.Channels;
        int channel = plane - image * arguments.Channels;

        float factor = arguments.Scale.Factor(image, channel), shift = arguments.Scale.Shift(channel);
        Float4 a = arguments.A.Read(arguments.A.FirstQuad(image, channel) + quad);
        var sum = new Float4 { X = a.X * factor + shift, Y = a.Y * factor + shift, Z = a.Z * factor + shift, W = a.W * factor + shift };
        if (arguments.Operands > 1)
            sum += arguments.B.Read(arguments.B.FirstQuad(image, channel) + quad);
        if (arguments.Operands > 2)
            sum += arguments.C.Read(arguments.C.FirstQuad(image, channel) + quad);
        if (arguments.Operands > 3)
            sum += arguments.D.Read(arguments.D.FirstQuad(image, channel) + quad);

        TFunction function = default;
        arguments.Output.Write(
            arguments.Output.FirstQuad(image, channel) + quad,
            new Float4 { X = function.Of(sum.X), Y = function.Of(sum.Y), Z = function.Of(sum.Z), W = function.Of(sum.W) });
    }

    /// <returns>The kernel's launcher, for groups of any size.</returns>
    public static Action<AcceleratorStream, KernelConfig, SumArguments<TScale>> Load<TScale, TFunction>(Accelerator accelerator)
        where TScale : struct, IChannelScale
        where TFunction : struct, IElementFunction =>
        accelerator.LoadKernel<SumArguments<TScale>>(Run<TScale, TFunction>);
}

/// <summary>One to four operands of one shape.</summary>
internal readonly struct SumArguments<TScale>(ImmutableArray<DeviceMap> operands, DeviceMap output, TScale scale, int batch)
    where TScale : struct, IChannelScale
{
    public const int MostOperands = 4;

    public readonly DevicePlanes A = new(operands[0]), B = new(operands[1 % operands.Length]);
    public readonly DevicePlanes C = new(operands[2 % operands.Length]), D = new(operands[3 % operands.Length]);
    public readonly DevicePlanes Output = new(output);
    public readonly TScale Scale = scale;
    public readonly int Operands = operands.Length, Channels = output.Channels, Quads = batch * output.Channels * (output.PlaneFloats / 4);
}

/// <summary>Loads the kernel of sums with any function behind it.</summary>
internal readonly struct SumLoader<TScale>(Accelerator accelerator)
    : IFunctionConsumer<Action<AcceleratorStream, KernelConfig, SumArguments<TScale>>>
    where TScale : struct, IChannelScale
{
    public Action<AcceleratorStream, KernelConfig, SumArguments<TScale>> With<TFunction>()
        where TFunction : struct, IElementFunction => SumKernel.Load<TScale, TFunction>(accelerator);
}
