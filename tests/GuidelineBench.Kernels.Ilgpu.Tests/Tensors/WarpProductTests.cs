using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Kernels.Ilgpu.Convolutions;
using GuidelineBench.Kernels.Ilgpu.Tensors;
using GuidelineBench.Kernels.Ilgpu.Tests.Convolutions;
using GuidelineBench.Kernels.Ilgpu.Tests.Devices;
using GuidelineBench.Kernels.Ilgpu.Tilings;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using Xunit.Sdk;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Tensors;

/// <summary>Convolutions in TF32 on ILGPU's CPU accelerator, with tensor cores emulated by the threads of a warp. Shapes are small: each exchange takes long.</summary>
public class WarpProductTests
{
    private static readonly ImmutableArray<TileClass> Tiles = TileClass.OfWarps<EmulatedTensorCores>();

    private static Accelerator Cpu => TestAccelerator<CpuTestDevice>.Instance;

    public static TheoryData<string, bool> Names()
    {
        var data = new TheoryData<string, bool>();
        foreach (TileClass tile in Tiles)
        {
            data.Add(tile.Name, false);
            data.Add(tile.Name, true);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_warp_tile_is_right(string tile, bool window)
    {
        Convolution convolution = window ? new(3, 37, new Window(3, 2, Padding.Around(1)), 1, BiasSource.Bias) : new(21, 37);
        string[] choices = [.. Choices(convolution, 5, 6).Where(choice => choice.StartsWith(tile + "-", StringComparison.Ordinal))];
        Assert.NotEmpty(choices);
        foreach (string choice in choices.Take(TestPart.Number(all: 2, part: 1)))
            Run(convolution, 5, 6, 2, choice);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9, 13, 1)]
    [InlineData(22, 45, 2)]
    [InlineData(33, 65, 1)]
    public void Pointwise_with_any_channel_count(int inputs, int outputs, int batch) => Run(new Convolution(inputs, outputs), 3, 5, batch);

    [Fact]
    public void Groups_read_their_own_channels() => Run(new Convolution(6, 10, 1, 2), 4, 3, 2);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Addends_and_activation_follow_the_bias(int addends)
    {
        Run(new Convolution(6, 7), 3, 3, 1, null, addends, new ReLU());
        Run(new Convolution(10, 7), 3, 3, 1, null, addends, new ReLU6(), scattered: true);
    }

    /// <summary>No factor is left as it is, and none is cut off: against plain FP32 the error is that of rounding, not twice as much.</summary>
    [Fact]
    public void Factors_are_rounded_once()
    {
        var convolution = new Convolution(40, 16);
        ConvolutionCheck.Run(Cpu, convolution, 4, 4, 1, tiles: Tiles, tolerance: OutputTolerance.Tf32 / 2);
        Assert.Throws<TrueException>(() => ConvolutionCheck.Run(Cpu, convolution, 4, 4, 1, tiles: Tiles));
    }

    [Theory]
    [InlineData(1f, 1f)]
    // Half a unit of the tenth bit goes up, away from zero; less goes down.
    [InlineData(1f + 1f / 2048, 1f + 1f / 1024)]
    [InlineData(-1f - 1f / 2048, -1f - 1f / 1024)]
    [InlineData(1f + 1f / 4096, 1f)]
    [InlineData(1f + 3f / 2048, 1f + 2f / 1024)]
    [InlineData(0f, 0f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Rounding_is_to_ten_bits(float value, float expected)
    {
        Assert.Equal(expected, EmulatedTensorCores.Rounded(value));
        Assert.Equal(expected, Tf32(value));
    }

    [Fact]
    public void All_choices_are_of_warps_and_the_first_is_the_usual_one()
    {
        var convolution = new Convolution(16, 24);
        string[] choices = [.. Choices(convolution, 4, 4)];
        Assert.True(choices.Length > 2);
        Assert.All(choices, choice => Assert.StartsWith("t", choice));
        Assert.Equal(choices[0], Run(convolution, 4, 4, 1));
    }

    /// <summary>Shuffles, splits and concatenations are addresses, in TF32 as in FP32; what is no product stays as it is.</summary>
    [Fact]
    public void A_network_runs_in_TF32()
    {
        var builder = new GraphBuilder(new MapShape(6, 4, 3));
        int maps = builder.Shuffle(builder.ReLU(builder.Convolution(builder.Input, 20, groups: 2)), 4);
        int half = builder.Slice(maps, 10, 10);
        int branch = builder.Convolution(builder.DepthwiseConvolution(builder.Convolution(half, 10), "depthwise"), 10);
        int joined = builder.Sum(maps, builder.Concatenation(branch, half));
        builder.Convolution(joined, 8, kernelSize: 3);
        Graph graph = builder.Build("shuffled");
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, batch: 1, seed: 2);
        using var plan = (ISteppedPlan)new PlanBackend<SmallCpuTestDevice>(Tiles)
            .Compile(graph, parameters, PlanOptions.Default with { Math = MathMode.Tf32 });

        Assert.InRange(
            PlanVerification.MaxError(plan, parameters, input, seed: 3), OutputTolerance.Fp32 / 10, PlanVerification.ToleranceOf(MathMode.Tf32));
        Assert.Contains(plan.Choices!.Operators, choice => choice.StartsWith("planes:t", StringComparison.Ordinal));
    }

    /// <summary>Tensor cores cut off sums where FP32 rounds them; factors that are not rounded as they should be are off by ten times what is allowed.</summary>
    [Fact]
    public void Cuda_computes_the_same()
    {
        Accelerator accelerator = TestAccelerator<CudaTestDevice>.Instance;
        if (!TensorCores.AreIn((accelerator as CudaAccelerator)?.Architecture))
            Assert.Skip("The CUDA device has no tensor cores that take TF32.");
        foreach (Convolution convolution in new[] { new Convolution(58, 60), new Convolution(230, 37), new Convolution(30, 33, 3, 3) })
        {
            var map = new MapShape(convolution.InputChannels, 14, 14);
            foreach (string choice in ConvolutionOperators.Choices(convolution, map, 2, TileClass.Tensor, accelerator))
                ConvolutionCheck.Run(accelerator, convolution, 14, 14, 2, choice, 1, new ReLU(), true, TileClass.Tensor, Tf32, tolerance: 5e-5);
        }
    }

    private static IEnumerable<string> Choices(Convolution convolution, int height, int width) =>
        ConvolutionOperators.Choices(convolution, new MapShape(convolution.InputChannels, height, width), 1, Tiles, Cpu);

    private static string Run(
        Convolution convolution, int height, int width, int batch, string? choice = null, int addends = 0, Activation? activation = null,
        bool scattered = false)
    {
        string chosen = ConvolutionCheck.Run(
            Cpu, convolution, height, width, batch, choice, addends, activation, scattered, Tiles, Tf32);
        Assert.StartsWith("t", chosen);
        return chosen;
    }

    /// <summary>By arithmetic, not by bits: the nearest multiple of the unit of a mantissa's tenth bit, ties away from zero.</summary>
    private static float Tf32(float value)
    {
        if (value == 0 || !float.IsFinite(value))
            return value;
        double unit = Math.ScaleB(1, Math.ILogB(value) - 10);
        return (float)(Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit);
    }
}
