using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Kernels.Ilgpu.Convolutions;
using GuidelineBench.Kernels.Ilgpu.Launches;
using GuidelineBench.Kernels.Ilgpu.Maps;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Convolutions;

/// <summary>Runs a convolution on an accelerator and compares every output with plain loops in double.</summary>
internal static class ConvolutionCheck
{
    /// <param name="tiles">Null: those of FP32.</param>
    /// <param name="rounded">What becomes of a factor before it is multiplied; null: nothing.</param>
    /// <param name="tolerance">Relative to the largest output.</param>
    /// <returns>What was chosen.</returns>
    public static string Run(
        Accelerator accelerator,
        Convolution convolution,
        int height,
        int width,
        int batch,
        string? choice = null,
        int addends = 0,
        Activation? activation = null,
        bool scattered = false,
        ImmutableArray<TileClass>? tiles = null,
        Func<float, float>? rounded = null,
        double tolerance = 1e-5)
    {
        var random = new Random(7);
        float[] Values(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
        var inputShape = new MapShape(convolution.InputChannels, height, width);
        MapShape outputShape = convolution.OutputShape([inputShape]);
        float[] input = Values(batch * (int)inputShape.Elements);
        var parameters = new LayerParameters(Values((int)convolution.WeightCount), Values(convolution.OutputChannels));
        float[][] added = [.. Enumerable.Range(0, addends).Select(_ => Values(batch * (int)outputShape.Elements))];

        using var memory = new DeviceMemory(accelerator);
        DeviceMap Map(ReadOnlySpan<float> values, MapShape shape) =>
            TestMaps.Upload(memory, values, batch, shape.Channels, shape.Height, shape.Width, scattered);
        DeviceMap output = Map([], outputShape);
        IDeviceOperator launched = ConvolutionOperators.Create(
            accelerator,
            convolution,
            parameters,
            Map(input, inputShape),
            output,
            [.. added.Select(values => Map(values, outputShape))],
            activation,
            batch,
            choice,
            tiles ?? TileClass.All,
            memory);
        launched.Launch(accelerator.DefaultStream);
        accelerator.Synchronize();

        if (choice is not null)
            Assert.Equal(choice, launched.Choice);
        Assert.DoesNotContain(launched.Choice, character => char.IsWhiteSpace(character) || character is '*' or '(' or ')');
        double[] expected = Expected(convolution, parameters, input, inputShape, outputShape, batch, added, activation, rounded ?? (value => value));
        float[] actual = TestMaps.Download(output, batch);
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * scale,
                $"{convolution.Signature} {launched.Choice}: output {i} is {actual[i]}, not {expected[i]}.");
        return launched.Choice;
    }

    private static double[] Expected(
        Convolution convolution,
        LayerParameters parameters,
        float[] input,
        MapShape inputShape,
        MapShape outputShape,
        int batch,
        float[][] addends,
        Activation? activation,
        Func<float, float> rounded)
    {
        Window window = convolution.Window;
        int k = window.KernelSize;
        double[] output = new double[batch * outputShape.Elements];
        int at = 0;
        for (int image = 0; image < batch; image++)
            for (int o = 0; o < outputShape.Channels; o++)
                for (int y = 0; y < outputShape.Height; y++)
                    for (int x = 0; x < outputShape.Width; x++, at++)
                    {
                        double sum = parameters.Bias[o];
                        int group = o / convolution.OutputChannelsPerGroup;
                        for (int i = 0; i < convolution.InputChannelsPerGroup; i++)
                            for (int r = 0; r < k; r++)
                                for (int s = 0; s < k; s++)
                                {
                                    int row = y * window.Stride + r - window.Padding.Top;
                                    int column = x * window.Stride + s - window.Padding.Left;
                                    if (row < 0 || row >= inputShape.Height || column < 0 || column >= inputShape.Width)
                                        continue;
                                    int channel = group * convolution.InputChannelsPerGroup + i;
                                    sum += (double)rounded(parameters.Weights[((o * convolution.InputChannelsPerGroup + i) * k + r) * k + s])
                                        * rounded(input[((image * inputShape.Channels + channel) * inputShape.Height + row) * inputShape.Width + column]);
                                }

                        sum += addends.Sum(addend => (double)addend[at]);
                        output[at] = activation?.Of(sum) ?? sum;
                    }

        return output;
    }
}
