using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Effects;

/// <summary>All of a cell but its experiment, row and scale: only cells of one configuration are compared.</summary>
public sealed record Configuration(
    string? Setting,
    string Backend,
    string? Device,
    int Threads,
    int Batch,
    string Variant,
    string? Execution,
    string? Launch,
    string? Math)
{
    public static Configuration Of(CellResult cell) => new(
        cell.Setting, cell.Backend, cell.Device, cell.Threads, cell.Batch, cell.Variant, cell.Execution, cell.Launch, cell.Math);
}
