using GuidelineBench.Analysis.Hardware;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting.Hardware;

/// <summary>
/// What has a column of its own on the hardware page: a machine, and what its kernels ran on. A processor and a GPU in
/// one machine, and two engines on one processor, are compared with each other.
/// </summary>
public sealed record MachineKey(MachineIdentity Machine, string Backend, string? Device)
{
    /// <returns>Null for a run without cells of the guidelines.</returns>
    public static MachineKey? OfGuidelines(ResultFile file) => Of(file, cell => ExperimentCatalogue.Find(cell.Experiment) is not null);

    /// <returns>Null for a run without networks.</returns>
    public static MachineKey? OfNetworks(ResultFile file) => Of(file, cell => CellSubject.IsNetworkOrUnits(cell.Experiment));

    /// <returns>Of a run with neither.</returns>
    public static MachineKey? OfOthers(ResultFile file) => Of(file, _ => true);

    /// <summary>The backend with most cells that have a time; the first among equals.</summary>
    private static MachineKey? Of(ResultFile file, Func<CellResult, bool> counts) =>
        (from cell in file.Cells
         where counts(cell)
         group cell by (cell.Backend, cell.Device) into own
         orderby own.Count(cell => cell.MedianNs is not null) descending
         select new MachineKey(MachineIdentity.Of(file.Machine), own.Key.Backend, own.Key.Device)).FirstOrDefault();
}
