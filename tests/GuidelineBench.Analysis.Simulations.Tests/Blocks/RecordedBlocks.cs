using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Analysis.Simulations.Tests.Blocks;

/// <summary>
/// What disturbed the blocks of real runs: for the two rows of a contrast, the logarithm of each floor over the run's quiet
/// level, block by block in their order. Recorded with <c>run --budget</c>; the first column names contrast and scale.
/// </summary>
internal sealed class RecordedBlocks
{
    private readonly ImmutableArray<ImmutableArray<(double Against, double Baseline)>> traces;

    private RecordedBlocks(ImmutableArray<ImmutableArray<(double Against, double Baseline)>> traces) => this.traces = traces;

    /// <param name="name">Of a file beside this one, without its ending.</param>
    public static RecordedBlocks Of(string name) => new(
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Blocks", $"{name}.csv")).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(words => words[0])
            .Select(trace => trace.Select(words => (Number(words[1]), Number(words[2]))).ToImmutableArray()),
    ]);

    /// <summary>Blocks that followed each other in one run, of one of the contrasts.</summary>
    public ImmutableArray<(double Against, double Baseline)> Draw(int blocks, Random random)
    {
        ImmutableArray<(double, double)> trace = traces[random.Next(traces.Length)];
        int first = random.Next(trace.Length);
        return [.. Enumerable.Range(0, blocks).Select(block => trace[(first + block) % trace.Length])];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
