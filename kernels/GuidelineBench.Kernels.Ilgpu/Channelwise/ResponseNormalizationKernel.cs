using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>AlexNet's normalisation across channels; a thread computes four consecutive elements.</summary>
internal static class ResponseNormalizationKernel
{
    public static void Run(ResponseNormalizationArguments arguments)
    {
        int thread = Grid.GlobalIndex.X;
        if (thread >= arguments.Quads)
            return;
        int plane = thread / arguments.Output.PlaneQuads;
        int quad = thread - plane * arguments.Output.PlaneQuads;
        int image = plane / arguments.Channels;
        int channel = plane - image * arguments.Channels;

        float x = 0, y = 0, z = 0, w = 0;
        int last = IntrinsicMath.Min(channel + arguments.After, arguments.Channels - 1);
        for (int neighbour = IntrinsicMath.Max(channel - arguments.Before, 0); neighbour <= last; neighbour++)
        {
            Float4 values = arguments.Input.Read(arguments.Input.FirstQuad(image, neighbour) + quad);
            x += values.X * values.X;
            y += values.Y * values.Y;
            z += values.Z * values.Z;
            w += values.W * values.W;
        }

        Float4 own = arguments.Input.Read(arguments.Input.FirstQuad(image, channel) + quad);
        arguments.Output.Write(
            arguments.Output.FirstQuad(image, channel) + quad,
            new Float4
            {
                X = Normalized(own.X, x, arguments),
                Y = Normalized(own.Y, y, arguments),
                Z = Normalized(own.Z, z, arguments),
                W = Normalized(own.W, w, arguments),
            });
    }

    public static IDeviceOperator Create(
        Accelerator accelerator, LocalResponseNormalization layer, DeviceMap input, DeviceMap output, int batch, string choice)
    {
        int threads = GroupSize.Of(accelerator);
        var arguments = new ResponseNormalizationArguments(layer, input, output, batch);
        return new KernelLaunch<ResponseNormalizationArguments>(
            accelerator.LoadKernel<ResponseNormalizationArguments>(Run),
            new KernelConfig(GroupSize.Groups(arguments.Quads, threads), threads),
            arguments, choice);
    }

    private static float Normalized(float x, float squares, ResponseNormalizationArguments arguments) =>
        x / XMath.Pow(arguments.Offset + arguments.Scale * squares, arguments.Beta);
}

internal readonly struct ResponseNormalizationArguments(LocalResponseNormalization layer, DeviceMap input, DeviceMap output, int batch)
{
    public readonly DevicePlanes Input = new(input), Output = new(output);
    public readonly int Channels = output.Channels, Quads = batch * output.Channels * (output.PlaneFloats / 4);
    public readonly int Before = layer.Size / 2, After = (layer.Size - 1) / 2;
    public readonly float Scale = (float)(layer.Alpha / layer.Size), Beta = (float)layer.Beta, Offset = (float)layer.Offset;
}
