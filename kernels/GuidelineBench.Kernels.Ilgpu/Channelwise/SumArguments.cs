using System.Collections.Immutable;
using GuidelineBench.Kernels.Ilgpu.Maps;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

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
