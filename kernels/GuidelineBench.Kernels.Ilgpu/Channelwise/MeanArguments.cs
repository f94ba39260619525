using GuidelineBench.Kernels.Ilgpu.Maps;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <param name="lanes">Threads that share a plane, a power of two that divides the group's size.</param>
internal readonly struct MeanArguments(DeviceMap input, DeviceMap output, int batch, int lanes)
{
    public readonly DevicePlanes Input = new(input), Output = new(output);
    public readonly int Channels = output.Channels, Planes = batch * output.Channels, Pixels = input.Height * input.Width, Lanes = lanes;
}
