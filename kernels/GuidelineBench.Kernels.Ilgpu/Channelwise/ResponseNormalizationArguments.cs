using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Ilgpu.Maps;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

internal readonly struct ResponseNormalizationArguments(LocalResponseNormalization layer, DeviceMap input, DeviceMap output, int batch)
{
    public readonly DevicePlanes Input = new(input), Output = new(output);
    public readonly int Channels = output.Channels, Quads = batch * output.Channels * (output.PlaneFloats / 4);
    public readonly int Before = layer.Size / 2, After = (layer.Size - 1) / 2;
    public readonly float Scale = (float)(layer.Alpha / layer.Size), Beta = (float)layer.Beta, Offset = (float)layer.Offset;
}
