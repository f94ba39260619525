using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Regressions;

/// <summary>Rows that share a device and a number of threads, and with it what moves all times of a run together.</summary>
public sealed record DeviceRows(string Backend, string? Device, int Threads)
{
    public static DeviceRows Of(CellKey key) => new(key.Backend, key.Device, key.Threads);
}
