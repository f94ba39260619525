namespace GuidelineBench.Reporting.Hardware;

/// <summary>The newest runs of a machine, complete ones before others; the two can be one file.</summary>
/// <param name="Guidelines">Null where no run has cells of the guidelines.</param>
/// <param name="Networks">Null where no run has networks.</param>
public sealed record NewestRuns(MachineKey Key, NamedResultFile? Guidelines, NamedResultFile? Networks);
