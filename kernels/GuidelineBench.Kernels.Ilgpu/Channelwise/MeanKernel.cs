using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using ILGPU;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Channelwise;

/// <summary>Global average pooling: some threads for each plane, whose sums are added as a tree in shared memory.</summary>
internal static class MeanKernel
{
    private const int MostThreads = 128, MostLanes = 32;

    public static void Run(MeanArguments arguments)
    {
        ArrayView<float> sums = SharedMemory.Allocate<float>(MostThreads);
        int thread = Group.IdxX;
        int lane = thread % arguments.Lanes;
        int plane = Grid.IdxX * (Group.DimX / arguments.Lanes) + thread / arguments.Lanes;
        bool exists = plane < arguments.Planes;
        int image = plane / arguments.Channels;
        int channel = plane - image * arguments.Channels;

        float sum = 0;
        if (exists)
        {
            int first = arguments.Input.FirstQuad(image, channel);
            for (int quad = lane; quad < arguments.Input.PlaneQuads; quad += arguments.Lanes)
            {
                Float4 values = arguments.Input.Read(first + quad);
                int left = arguments.Pixels - 4 * quad;
                // What rounds a plane up to quads is any number.
                sum += values.X + (left > 1 ? values.Y : 0f) + ((left > 2 ? values.Z : 0f) + (left > 3 ? values.W : 0f));
            }
        }

        sums[thread] = sum;
        for (int half = arguments.Lanes / 2; half > 0; half /= 2)
        {
            Group.Barrier();
            if (lane < half)
                sums[thread] += sums[thread + half];
        }

        if (exists && lane == 0)
            arguments.Output.Write(arguments.Output.FirstQuad(image, channel), new Float4 { X = sums[thread] / arguments.Pixels });
    }

    public static IDeviceOperator Create(Accelerator accelerator, DeviceMap input, DeviceMap output, int batch, string choice)
    {
        int threads = GroupSize.Of(accelerator), lanes = 1;
        while (lanes < Math.Min(MostLanes, threads) && 4 * lanes < input.PlaneFloats)
            lanes *= 2;
        var arguments = new MeanArguments(input, output, batch, lanes);
        return new KernelLaunch<MeanArguments>(
            accelerator.LoadKernel<MeanArguments>(Run),
            new KernelConfig(GroupSize.Groups((long)arguments.Planes * lanes, threads), threads),
            arguments, choice);
    }
}

/// <param name="lanes">Threads that share a plane, a power of two that divides the group's size.</param>
internal readonly struct MeanArguments(DeviceMap input, DeviceMap output, int batch, int lanes)
{
    public readonly DevicePlanes Input = new(input), Output = new(output);
    public readonly int Channels = output.Channels, Planes = batch * output.Channels, Pixels = input.Height * input.Width, Lanes = lanes;
}
