using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Convolutions;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Convolutions;

public class FullyConnectedTests
{
    [Theory]
    [InlineData(13, 10, 1, 1, "32")]
    [InlineData(300, 21, 1, 3, "64")]
    [InlineData(13, 10, 1, 5, "8")]
    [InlineData(37, 9, 9, 2, "32")]
    [InlineData(7, 5, 49, 4, null)]
    public void Outputs_are_dot_products(int channels, int outputs, int pixels, int batch, string? choice)
    {
        int side = (int)Math.Sqrt(pixels);
        Run(TestAccelerator<CpuTestDevice>.Instance, new FullyConnected(channels * pixels, outputs), channels, side, batch, choice, null);
    }

    [Fact]
    public void An_activation_is_fused() =>
        Run(TestAccelerator<CpuTestDevice>.Instance, new FullyConnected(70, 30), 70, 1, 2, null, new ReLU());

    [Fact]
    public void OpenCl_computes_the_same() =>
        Run(TestAccelerator<OpenClTestDevice>.Instance, new FullyConnected(1030, 100), 1030, 1, 5, null, null);

    [Fact]
    public void Choices_can_all_be_run()
    {
        var layer = new FullyConnected(20, 6);
        foreach (string choice in FullyConnectedOperators.Choices(layer, new MapShape(20, 1, 1), 1, TestAccelerator<CpuTestDevice>.Instance))
            Run(TestAccelerator<CpuTestDevice>.Instance, layer, 20, 1, 1, choice, null);
        PlanException refused = Assert.Throws<PlanException>(() => Run(TestAccelerator<CpuTestDevice>.Instance, layer, 20, 1, 1, "33", null));
        Assert.Contains("33", refused.Message);
    }

    private static void Run(
        Accelerator accelerator, FullyConnected layer, int channels, int side, int batch, string? choice, Activation? activation)
    {
        var random = new Random(11);
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
        float[] input = Values(batch * layer.Inputs);
        var parameters = new LayerParameters(Values((int)layer.WeightCount), Values(layer.OutputChannels));
        using var memory = new DeviceMemory(accelerator);
        DeviceMap output = TestMaps.Upload(memory, [], batch, layer.OutputChannels, 1, 1, scattered: true);
        var launched = FullyConnectedOperators.Create(
            accelerator,
            layer,
            parameters,
            TestMaps.Upload(memory, input, batch, channels, side, side, scattered: true),
            output,
            [],
            activation,
            batch,
            choice,
            memory);
        launched.Launch(accelerator.DefaultStream);
        accelerator.Synchronize();

        float[] actual = TestMaps.Download(output, batch);
        for (int image = 0; image < batch; image++)
            for (int o = 0; o < layer.OutputChannels; o++)
            {
                double expected = parameters.Bias[o];
                for (int i = 0; i < layer.Inputs; i++)
                    expected += (double)parameters.Weights[o * layer.Inputs + i] * input[image * layer.Inputs + i];
                expected = activation?.Of(expected) ?? expected;
                Assert.Equal(expected, actual[image * layer.OutputChannels + o], 1e-4);
            }
    }
}
