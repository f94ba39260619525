using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Tests.Parameters;

public class ValueChecksumTests
{
    private static readonly Graph Network = CellSubject.Of(ExperimentCatalogue.All[0].Cells(ChannelSetting.Cpu, [Scale.X1]).First()).Graph;

    /// <summary>The first 8 bytes of SHA-256 over 00 00 80 3f 00 00 00 c0, computed with sha256sum.</summary>
    [Fact]
    public void ItIsOverTheBits() => Assert.Equal("ee4ac73c2bd27756", ValueChecksum.Of([1f, -2f]));

    [Fact]
    public void EqualSeedsGiveEqualOnesAndOthersDoNot()
    {
        Assert.Equal(Weights(1), Weights(1));
        Assert.NotEqual(Weights(1), Weights(2));
        Assert.NotEqual(ValueChecksum.Of([1f, -2f]), ValueChecksum.Of([-2f, 1f]));
    }

    [Fact]
    public void ABiasCounts()
    {
        NetworkParameters parameters = NetworkParameters.Random(Network, 1);
        string before = ValueChecksum.Of(Network, parameters);
        parameters[Network.WeightedLayers.Last().Node.Index].Bias[0] += 1;
        Assert.NotEqual(before, ValueChecksum.Of(Network, parameters));
    }

    private static string Weights(int seed) => ValueChecksum.Of(Network, NetworkParameters.Random(Network, seed));
}
