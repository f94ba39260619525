using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.CostModels;

/// <summary>Cells of one cost model were run alike. Fused and unfused cells stand in one model: what differs is their operators.</summary>
public sealed record CostConfiguration(string Backend, string? Device, int Threads, int Batch, string? Launch, string? Math)
{
    public static CostConfiguration Of(CellResult cell) => new(cell.Backend, cell.Device, cell.Threads, cell.Batch, cell.Launch, cell.Math);
}
