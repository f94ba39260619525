using System.Globalization;
using BenchmarkDotNet.Configs;
using GuidelineBench.Benchmarks.Kernels;
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

/// <summary>The rates of a kernel as columns, on top of what all benchmarks show.</summary>
internal sealed class KernelConfig : ManualConfig
{
    private const string CeilingLegend =
        "least time in percent of the mean time, over 100 where part of the data was in a nearer cache; the least time is that of the " +
        "multiply-adds at the rate measured in registers, or that of the bytes at the bandwidth of the nearest level that holds them";

    public KernelConfig() => AddColumn(
        new ValueColumn<KernelDefinition>(
            "Runs on", "instruction set and vector width of the kernels, or the device", numeric: false,
            (_, _) => MeasuredMachine.Backend.Isa),
        new ValueColumn<KernelDefinition>(
            "GFLOP/s", "10^9 operations per second, 2 per multiply-add, at the mean time", numeric: true,
            (kernel, meanNs) => Rounded(Rates(kernel, meanNs).Gflops)),
        new ValueColumn<KernelDefinition>(
            "GB/s", "10^9 bytes of maps and parameters, each counted once, per second at the mean time", numeric: true,
            (kernel, meanNs) => Rounded(Rates(kernel, meanNs).GBs)),
        new ValueColumn<KernelDefinition>(
            "Ceiling %", CeilingLegend, numeric: true,
            (kernel, meanNs) => Rounded(Rates(kernel, meanNs).PercentOfCeiling)),
        new ValueColumn<KernelDefinition>(
            "Bound by", "what sets that least time: FMA, or the level whose bandwidth does", numeric: false,
            (kernel, meanNs) => Rates(kernel, meanNs).BoundBy));

    private static KernelRates Rates(KernelDefinition definition, double meanNs) => KernelRates.Of(
        KernelWork.Of(definition.Kernel), meanNs, MeasuredMachine.CeilingAt(definition.HostThreads), MeasuredMachine.CacheBytes);

    private static string? Rounded(double? value) => value?.ToString("F1", CultureInfo.InvariantCulture);
}
