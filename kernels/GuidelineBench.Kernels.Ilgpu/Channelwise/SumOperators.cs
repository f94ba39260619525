using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>Element-wise operators: operands added up, the first of them scaled by channel, then an activation.</summary>
internal static class SumOperators
{
    /// <param name="operands">One or more, of the output's shape; the output may be one of them.</param>
    /// <param name="scale">Of the first operand.</param>
    /// <param name="activation">Null for none.</param>
    /// <returns>One launch for up to four operands, another one for each three more.</returns>
    public static ImmutableArray<IDeviceOperator> Create<TScale>(
        Accelerator accelerator, ImmutableArray<DeviceMap> operands, TScale scale, Activation? activation, DeviceMap output, int batch, string choice)
        where TScale : struct, IChannelScale
    {
        const int most = SumArguments<TScale>.MostOperands;
        if (operands.Length <= most)
            return [Launch(accelerator, operands, scale, activation, output, batch, choice)];
        return
        [
            Launch(accelerator, operands[..most], scale, null, output, batch, choice),
            .. Create(accelerator, [output, .. operands[most..]], default(Unscaled), activation, output, batch, choice),
        ];
    }

    private static KernelLaunch<SumArguments<TScale>> Launch<TScale>(
        Accelerator accelerator, ImmutableArray<DeviceMap> operands, TScale scale, Activation? activation, DeviceMap output, int batch, string choice)
        where TScale : struct, IChannelScale
    {
        int threads = GroupSize.Of(accelerator);
        var arguments = new SumArguments<TScale>(operands, output, scale, batch);
        return new KernelLaunch<SumArguments<TScale>>(
            ElementFunctions.Choose(activation, new SumLoader<TScale>(accelerator)),
            new KernelConfig(GroupSize.Groups(arguments.Quads, threads), threads),
            arguments, choice);
    }
}
