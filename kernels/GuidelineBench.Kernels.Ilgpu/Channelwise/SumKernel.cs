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
