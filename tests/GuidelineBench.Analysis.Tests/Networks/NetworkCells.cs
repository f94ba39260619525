using GuidelineBench.Analysis.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Tests.Networks;

/// <summary>Network cells whose comparisons can be worked out by hand.</summary>
internal static class NetworkCells
{
    public static CellResult Cell(string name, double? imagesPerSecond, long multiplyAdds = 1_000_000) => Cells.Cell("row", multiplyAdds) with
    {
        Experiment = "network:" + name,
        Guideline = null,
        Scale = null,
        Setting = null,
        MedianNs = 1e9 / imagesPerSecond,
        ImagesPerSecond = imagesPerSecond,
    };

    public static NetworkRun Run(params CellResult[] cells) => Assert.Single(NetworkRun.Of(Cells.File(cells)));
}
