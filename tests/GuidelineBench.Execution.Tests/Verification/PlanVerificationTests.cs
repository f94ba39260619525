using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;

namespace GuidelineBench.Execution.Tests.Verification;

public sealed class PlanVerificationTests
{
    private const int Channels = 6, Size = 13, Pixels = Size * Size;

    private static readonly Graph Residual = CreateResidual();
    private static readonly NetworkParameters Parameters = NetworkParameters.Random(Residual, seed: 1);

    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(3, true)]
    public void ARightPlanHasOnlyFloatsRounding(int batch, bool fuse)
    {
        double error = MaxError(new ReferencePlan(Residual, Parameters, Options(batch, fuse)));

        // Nothing but the rounding to float, half a unit of 2^-23 of the largest value.
        Assert.InRange(error, double.Epsilon, 1e-7);
    }

    /// <summary>Corners, centre, both sides of the edges of tiles of 16 and 32 pixels at the start and the end of 169.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(156)]
    [InlineData(168)]
    [InlineData(84)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(159)]
    [InlineData(160)]
    [InlineData(161)]
    [InlineData(167)]
    public void AWrongPixelOfASampledClassIsFound(int pixel)
    {
        for (int step = 0; step < 2; step++)
        {
            for (int image = 0; image < 2; image++)
            {
                int place = (image * ChannelsOf(step) + 1) * Pixels + pixel;
                int wrongStep = step;

                double error = MaxError(Plan(batch: 2, (index, output) =>
                {
                    if (index == wrongStep)
                        output[place] += 0.5f;
                }));

                Assert.True(error > OutputTolerance.Fp32, $"step {step}, image {image}: {error}");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void AWrongChannelIsFound(int channel)
    {
        double error = MaxError(Plan(batch: 1, (index, output) =>
        {
            if (index == 1)
                output.AsSpan(channel * Pixels, Pixels).Clear();
        }));

        Assert.True(error > OutputTolerance.Fp32);
    }

    [Fact]
    public void AnErrorIsRelativeToTheLargestValueOfItsStep()
    {
        // All values of the last step are 2^-10 too large: the largest difference over the largest value is 2^-10.
        double error = MaxError(Plan(batch: 1, (index, output) =>
        {
            for (int i = 0; i < output.Length && index == 1; i++)
                output[i] *= 1 + 1f / 1024;
        }));

        Assert.Equal(1.0 / 1024, error, 1e-6);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void AnOutputThatIsNotFiniteIsAnInfiniteError(float value)
    {
        double error = MaxError(Plan(batch: 1, (index, output) => output[0] = index == 0 ? value : output[0]));

        Assert.Equal(double.PositiveInfinity, error);
    }

    [Fact]
    public void ARunThatDiffersFromItsStepsIsFoundAtAnyPixel()
    {
        double error = MaxError(new ReferencePlan(Residual, Parameters, Options(1))
        {
            AfterRun = output => output[3 * Pixels + 100] += 0.5f,
        });

        Assert.True(error > OutputTolerance.Fp32);
    }

    [Fact]
    public void ARunThatDoesNothingIsFound()
    {
        double error = MaxError(new ReferencePlan(Residual, Parameters, Options(1)) { RunDoesNothing = true });

        Assert.True(error > OutputTolerance.Fp32);
    }

    [Fact]
    public void AShortcutThatIsOverwrittenBeforeItsUseIsFound()
    {
        // Unfused, the shortcut is the input, and the sum is the fourth step.
        ReferencePlan? plan = null;
        double error = MaxError(plan = new ReferencePlan(Residual, Parameters, Options(1, fuse: false))
        {
            AfterStep = (index, _) =>
            {
                if (index == 1)
                    plan!.Map(0).AsSpan().Clear();
            },
        });

        Assert.True(error > OutputTolerance.Fp32);
    }

    [Fact]
    public void ASinglePixelMapIsVerified()
    {
        var builder = new GraphBuilder(new MapShape(3, 1, 1));
        builder.Convolution(builder.Input, 2);
        Graph graph = builder.Build("pixel");
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        float[] input = RandomMaps.Create(graph.Input.Output, 1, seed: 2);
        var right = new ReferencePlan(graph, parameters, Options(1));
        var wrong = new ReferencePlan(graph, parameters, Options(1)) { AfterStep = (_, output) => output[1] += 1 };

        Assert.True(PlanVerification.MaxError(right, parameters, input, seed: 3) < 1e-7);
        Assert.True(PlanVerification.MaxError(wrong, parameters, input, seed: 3) > 0.1);
    }

    private static int ChannelsOf(int step) => step == 0 ? 2 : Channels;

    private static ReferencePlan Plan(int batch, Action<int, float[]> afterStep) =>
        new(Residual, Parameters, Options(batch)) { AfterStep = afterStep };

    private static double MaxError(ReferencePlan plan)
    {
        int batch = plan.Options.Batch;
        return PlanVerification.MaxError(plan, Parameters, RandomMaps.Create(Residual.Input.Output, batch, seed: 7), seed: 11);
    }

    private static PlanOptions Options(int batch, bool fuse = true) => PlanOptions.Default with { Batch = batch, FuseElementwise = fuse };

    private static Graph CreateResidual()
    {
        var builder = new GraphBuilder(new MapShape(Channels, Size, Size));
        int y = builder.ReLU(builder.Convolution(builder.Input, 2));
        y = builder.Convolution(y, Channels, kernelSize: 3);
        builder.ReLU(builder.Sum(y, builder.Input));
        return builder.Build("residual");
    }
}
