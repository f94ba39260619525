using System.Globalization;
using BenchmarkDotNet.Configs;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Costs;

namespace GuidelineBench.Benchmarks.CommandLine;

/// <summary>The rates of a cell as columns, on top of what all benchmarks show.</summary>
internal sealed class CellConfig : ManualConfig
{
    public CellConfig() => AddColumn(
        new ValueColumn<CellDefinition>(
            "Runs on", "instruction set and vector width of the kernels, or the device", numeric: false,
            (_, _) => MeasuredMachine.Backend.Isa),
        new ValueColumn<CellDefinition>(
            "GFLOP/s", "10^9 operations per second, 2 per multiply-add, at the mean time", numeric: true,
            (cell, meanNs) => Rounded(Gflops(cell, meanNs))),
        new ValueColumn<CellDefinition>(
            "Peak %", "GFLOP/s in percent of the multiply-add rate measured in registers at the same thread count", numeric: true,
            (cell, meanNs) => Rounded(100 * Gflops(cell, meanNs) / MeasuredMachine.CeilingAt(cell.Options.Threads).FmaGflops)));

    private static double Gflops(CellDefinition cell, double meanNs) =>
        2.0 * GraphCosts.Of(cell.Subject.Graph).MultiplyAdds * cell.Options.Batch / meanNs;

    private static string Rounded(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
