using System.Collections.Immutable;
using GuidelineBench.Analysis.Verdicts;

namespace GuidelineBench.Reporting.Hardware;

/// <summary>A column of the hardware page.</summary>
/// <param name="Name">Tells it from the others.</param>
/// <param name="Guidelines">The run whose guidelines are shown; null for a machine of networks alone.</param>
/// <param name="Networks">The run whose networks are shown; null without one; the same as <paramref name="Guidelines"/> where one run has both.</param>
/// <param name="Verdicts">Of <paramref name="Guidelines"/>; null where that is.</param>
/// <param name="HistoryPath">The page with all runs of the machine; null where there is only one.</param>
public sealed record HardwareMachine(
    string Name, MachineKey Key, MachineReport? Guidelines, MachineReport? Networks, ImmutableArray<GuidelineVerdict>? Verdicts, string? HistoryPath)
{
    /// <summary>Of the one run, or of both.</summary>
    public IEnumerable<MachineReport> Reports => new[] { Guidelines, Networks }.OfType<MachineReport>().Distinct();

    /// <param name="index">Position among the machines, from 0.</param>
    /// <param name="historyPath">Null for a machine of one run.</param>
    public static HardwareMachine Of(string name, int index, NewestRuns runs, string? historyPath)
    {
        string prefix = FormattableString.Invariant($"m{index + 1}-");
        MachineReport? guidelines = runs.Guidelines is { } file ? MachineReport.Of(name, prefix, file) : null;
        MachineReport? networks = runs.Networks is null ? null
            : runs.Networks == runs.Guidelines ? guidelines
            : MachineReport.Of(name, guidelines is null ? prefix : prefix + "networks-", runs.Networks);
        return new HardwareMachine(name, runs.Key, guidelines, networks, runs.Guidelines is { } judged ? RunVerdicts.Of(judged.File) : null, historyPath);
    }
}
