using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Benchmarks.Rounds;
using GuidelineBench.Benchmarks.Tests.Backends;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Benchmarks.Tests.Rounds;

/// <summary>Runs of four cells in a folder that goes away with the test; one at a time, because they time and share cores.</summary>
[Collection(nameof(RunOfFourCells))]
public abstract class RunOfFourCells : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private protected string FolderPath => folder.Path;

    public void Dispose() => folder.Dispose();

    /// <summary>The four rows of Table 1 at x1 on plans that compute nothing and are believed.</summary>
    private protected RunRequest Request() => new()
    {
        Experiments = [Table1.Experiment],
        Scales = [Scale.X1],
        Backends = [new FakeBackend()],
        Processor = new FakeBackend(),
        Quick = true,
        OutputFolder = folder.Path,
        Verify = (_, _, _, _) => 0,
    };

    private protected static ResultFile Run(RunRequest request, Recorder? recorder = null) =>
        MeasurementRun.Run(request, recorder ?? new Recorder(), CancellationToken.None);

    private protected ResultFile Stored()
    {
        string path = Path.Combine(folder.Path, RunRequest.ResultsName);
        return ResultFileJson.Parse(File.ReadAllBytes(path), path);
    }

    private protected static CellSubject Network(string name, string label)
    {
        var graph = new GraphBuilder(new MapShape(3, 16, 20));
        graph.ReLU(graph.Convolution(graph.Input, 5));
        Graph built = graph.Build(name);
        return new CellSubject(() => built) { Experiment = $"network:{name}", Row = label, Labels = [label], Label = $"network:{name}", IsSplit = true };
    }

    private protected static void HasNoNumber(CellResult cell)
    {
        Assert.Empty(cell.Rounds);
        Assert.Null(cell.MedianNs);
        Assert.Null(cell.ImagesPerSecond);
        Assert.Null(cell.BatchesPerSecond);
        Assert.Null(cell.Gflops);
        Assert.Null(cell.PercentOfPeak);
        Assert.Null(cell.PercentOfRoundPeak);
    }
}
