namespace GuidelineBench.Core.Results;

/// <summary>What tells a cell from every other in its file.</summary>
public sealed record CellKey(
    string Experiment,
    string Row,
    string? Scale,
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
    public static CellKey Of(CellResult cell) => new(
        cell.Experiment,
        cell.Row,
        cell.Scale,
        cell.Setting,
        cell.Backend,
        cell.Device,
        cell.Threads,
        cell.Batch,
        cell.Variant,
        cell.Execution,
        cell.Launch,
        cell.Math);
}
