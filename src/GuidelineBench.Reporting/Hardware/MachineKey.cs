namespace GuidelineBench.Reporting.Hardware;

/// <summary>
/// What has a column of its own on the hardware page: a machine, and what its kernels ran on. A processor and a GPU in
/// one machine, and two engines on one processor, are compared with each other.
/// </summary>
public sealed record MachineKey(MachineIdentity Machine, string Backend, string? Device)
{
    /// <summary>What the kernels ran on.</summary>
    public string Engine => Backend + (string.IsNullOrWhiteSpace(Device) ? "" : $" on {Device}");

    /// <returns>Null for a run without cells of the guidelines.</returns>
    public static MachineKey? OfGuidelines(ResultFile file) => Of(file, cell => ExperimentCatalogue.Find(cell.Experiment) is not null);

    /// <returns>Null for a run without networks.</returns>
    public static MachineKey? OfNetworks(ResultFile file) => Of(file, MeasuredNetwork.IsNetwork);

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

/// <summary>The newest runs of a machine, complete ones before others; the two can be one file.</summary>
/// <param name="Guidelines">Null where no run has cells of the guidelines.</param>
/// <param name="Networks">Null where no run has networks.</param>
public sealed record NewestRuns(MachineKey Key, NamedResultFile? Guidelines, NamedResultFile? Networks);
