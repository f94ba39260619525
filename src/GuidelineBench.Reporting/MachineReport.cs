using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Analysis.Engines;
using GuidelineBench.Analysis.Trust;
using GuidelineBench.Reporting.Sections;

namespace GuidelineBench.Reporting;

/// <summary>One run with its conclusions, as pages show it; each is drawn when it is first asked for, as a page of many machines shows few of them.</summary>
/// <param name="name">Tells the machine from the others on a page.</param>
/// <param name="idPrefix">Put before element ids and chart files, so that they differ between machines of one page.</param>
public sealed class MachineReport(string name, string idPrefix, NamedResultFile run)
{
    private readonly Lazy<ModelCheck?> modelCheck = new(() => CostModelFit.Of(run.File)
        .Select(model => Analysis.CostModels.ModelCheck.Of(model, run.File))
        .FirstOrDefault(check => !check.Networks.IsEmpty));

    private readonly Lazy<SustainedComparison?> sustained = new(() => SustainedComparison.Of(run.File));

    public string Name => name;
    public string IdPrefix => idPrefix;

    /// <summary>An id on the page: <c>execution</c>, and <c>execution-2</c> for the second of its kind, behind the prefix.</summary>
    /// <param name="index">Among those of its kind, from 0.</param>
    public string Id(string name, int index = 0) => idPrefix + name + (index == 0 ? "" : FormattableString.Invariant($"-{index + 1}"));

    public ImmutableArray<Section> Sections => field.IsDefault ? field = MachineSections.Of(this) : field;

    public string Source => run.Name;

    public ResultFile File => run.File;

    public CellNaming Names => field ??= CellNaming.Among(File);

    public RunEffects Effects => field ??= RunEffects.Of(File);

    public ImmutableArray<Doubt> Doubts => field.IsDefault ? field = Analysis.Conditions.Doubts.Of(File) : field;

    /// <summary>One or more for each guideline, in their order.</summary>
    public ImmutableArray<GuidelineVerdict> Verdicts => field.IsDefault ? field = RunVerdicts.Of(File) : field;

    /// <summary>The guidelines in each engine of the run; empty without engines.</summary>
    public ImmutableArray<EngineFinding> Engines => field.IsDefault ? field = EngineFinding.Of(File) : field;

    public RunGrade Grade => field ??= RunGrade.Of(File);

    /// <summary>Cells under the ceilings of the run; empty where it has none.</summary>
    public ImmutableArray<CellRoofline> Rooflines => field.IsDefault ? field = CellRooflines.Of(File) : field;

    /// <summary>Both executions side by side; empty for a run of one.</summary>
    public ImmutableArray<ExecutionComparison> ExecutionComparisons => field.IsDefault ? field = ExecutionComparison.Of(Effects, File.Complete) : field;

    /// <summary>Networks by configuration, the one that sections and charts show first; empty for a run without networks.</summary>
    public ImmutableArray<NetworkRun> NetworkRuns => field.IsDefault ? field = NetworkRun.Of(File) : field;

    /// <summary>The run's cost model beside its networks; null where the run has too few guideline cells, or no network to predict.</summary>
    public ModelCheck? ModelCheck => modelCheck.Value;

    /// <summary>The end of a sustained run beside its beginning; null for any other.</summary>
    public SustainedComparison? Sustained => sustained.Value;

    /// <returns>The group in the configuration that is shown; null where the run has a time for none of its networks.</returns>
    public GroupComparison? Group(string name) => NetworkRuns.IsEmpty ? null : GroupComparison.Of(NetworkRuns[0], name);

    /// <summary>0 in a run of rounds alone.</summary>
    public int Blocks => Analysis.Conditions.Doubts.BlocksOf(File);

    public int Rounds => Analysis.Conditions.Doubts.RoundsOf(File);
}
