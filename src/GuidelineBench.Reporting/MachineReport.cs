using System.Collections.Immutable;
using GuidelineBench.Analysis.Comparisons;
using GuidelineBench.Analysis.Conditions;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Analysis.Effects;
using GuidelineBench.Analysis.Networks;
using GuidelineBench.Analysis.Rooflines;
using GuidelineBench.Analysis.Trust;
using GuidelineBench.Analysis.Verdicts;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Reporting;

/// <summary>One run with its conclusions, as pages show it.</summary>
/// <param name="Name">Tells the machine from the others on a page.</param>
/// <param name="IdPrefix">Put before element ids and chart files, so that they differ between machines of one page.</param>
/// <param name="Source">Name of the result file.</param>
public sealed record MachineReport(
    string Name, string IdPrefix, string Source, ResultFile File, RunEffects Effects, ImmutableArray<Doubt> Doubts)
{
    public static MachineReport Of(string name, string idPrefix, NamedResultFile file) => new(
        name, idPrefix, file.Name, file.File, RunEffects.Of(file.File), Analysis.Conditions.Doubts.Of(file.File));

    /// <summary>One for each guideline, in their order.</summary>
    public ImmutableArray<GuidelineVerdict> Verdicts { get; } = RunVerdicts.Of(File);

    /// <summary>How far the run can be trusted.</summary>
    public RunGrade Grade { get; } = RunGrade.Of(File);

    /// <summary>Cells under the ceilings of the run; empty where it has none.</summary>
    public ImmutableArray<CellRoofline> Rooflines { get; } = CellRooflines.Of(File);

    /// <summary>Both executions side by side; empty for a run of one.</summary>
    public ImmutableArray<ExecutionComparison> ExecutionComparisons { get; } = ExecutionComparison.Of(Effects, File.Complete);

    /// <summary>Networks by configuration, the one that sections and charts show first; empty for a run without networks.</summary>
    public ImmutableArray<NetworkRun> NetworkRuns { get; } = NetworkRun.Of(File);

    /// <summary>The run's cost model beside its networks; null where the run has too few guideline cells, or no network to predict.</summary>
    public ModelCheck? ModelCheck { get; } =
        CostModelFit.Of(File).Select(model => Analysis.CostModels.ModelCheck.Of(model, File)).FirstOrDefault(check => !check.Networks.IsEmpty);

    /// <returns>The group in the configuration that is shown; null where the run has a time for none of its networks.</returns>
    public GroupComparison? Group(string name) => NetworkRuns.IsEmpty ? null : GroupComparison.Of(NetworkRuns[0], name);

    public int Rounds => Analysis.Conditions.Doubts.RoundsOf(File);
}
