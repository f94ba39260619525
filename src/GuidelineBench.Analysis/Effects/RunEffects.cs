using System.Collections.Immutable;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Analysis.Effects;

/// <summary>All that one result file says about the guidelines.</summary>
/// <param name="Experiments">In the paper's order; an experiment's configurations in the order in which the file names them.</param>
/// <param name="OtherCells">Cells of no known experiment, row or scale, and repeated ones; shown, but compared with nothing. Networks are none of these.</param>
public sealed record RunEffects(ImmutableArray<ExperimentEffects> Experiments, ImmutableArray<CellResult> OtherCells)
{
    public static RunEffects Of(ResultFile file)
    {
        var groups = new Dictionary<(Experiment, Configuration), Dictionary<(string Row, Scale Scale), CellResult>>();
        ImmutableArray<CellResult>.Builder others = ImmutableArray.CreateBuilder<CellResult>();
        foreach (CellResult cell in file.Cells)
            if (!TryPlace(groups, cell) && !CellSubject.IsNetworkOrUnits(cell.Experiment))
                others.Add(cell);

        return new RunEffects(
            [
                .. from experiment in ExperimentCatalogue.All
                   from @group in groups
                   where @group.Key.Item1 == experiment
                   select ExperimentEffects.Of(experiment, @group.Key.Item2, @group.Value, file.Complete),
            ],
            others.ToImmutable());
    }

    /// <summary>What cards and charts show: the first of <see cref="Principals"/>.</summary>
    public Configuration? Principal => Principals.FirstOrDefault();

    /// <summary>
    /// Of each backend the configuration that it is judged by: the one with most cells in which the backend does all that it does by
    /// itself, as in the paper, executions counted together; layer by layer where it has that; the first in the file among equals.
    /// Backends with more cells first.
    /// </summary>
    public ImmutableArray<Configuration> Principals =>
    [
        .. (from effects in Experiments
            group effects.Cells.Length by effects.Configuration into byConfiguration
            orderby
                !byConfiguration.Key.IsUsualVariant,
                CellsInAnyExecution(byConfiguration.Key) descending,
                !byConfiguration.Key.IsLayerByLayer,
                byConfiguration.Sum() descending
            select byConfiguration.Key).DistinctBy(configuration => (configuration.Backend, configuration.Provider)),
    ];

    /// <summary>Each of the guideline's experiments in the principal configuration, else in the first that it has.</summary>
    public ImmutableArray<ExperimentEffects> Of(Guideline guideline) => Of(guideline, Principal, _ => true);

    /// <summary>Each of the guideline's experiments in a configuration of a backend, else in the first that the backend has.</summary>
    public ImmutableArray<ExperimentEffects> Of(Guideline guideline, Configuration principal) =>
        Of(guideline, principal, effects => (effects.Configuration.Backend, effects.Configuration.Provider) == (principal.Backend, principal.Provider));

    private ImmutableArray<ExperimentEffects> Of(Guideline guideline, Configuration? principal, Func<ExperimentEffects, bool> isMeant) =>
    [
        .. from effects in Experiments
           where effects.Experiment.Guideline == guideline && isMeant(effects)
           orderby effects.Configuration != principal, !effects.Configuration.IsLayerByLayer
           group effects by effects.Experiment into configurations
           orderby configurations.Key.Table
           select configurations.First(),
    ];

    /// <summary>The same experiment and configuration with its element-wise operators run on their own.</summary>
    public ExperimentEffects? UnfusedOf(ExperimentEffects fused) =>
        fused.Configuration.SeparateVariant is { } separate
            ? Experiments.FirstOrDefault(effects =>
                effects.Experiment == fused.Experiment && effects.Configuration == fused.Configuration with { Variant = separate })
            : null;

    /// <summary>The same experiment and configuration depth first; null for one that is not layer by layer itself.</summary>
    public ExperimentEffects? DepthFirstOf(ExperimentEffects layer) =>
        layer.Configuration.IsLayerByLayer
            ? Experiments.FirstOrDefault(effects =>
                effects.Experiment == layer.Experiment &&
                effects.Configuration == layer.Configuration with { Execution = CellAxes.DepthFirst })
            : null;

    private int CellsInAnyExecution(Configuration configuration) =>
        Experiments
            .Where(effects => effects.Configuration with { Execution = configuration.Execution } == configuration)
            .Sum(effects => effects.Cells.Length);

    private static bool TryPlace(
        Dictionary<(Experiment, Configuration), Dictionary<(string Row, Scale Scale), CellResult>> groups, CellResult cell)
    {
        if (ExperimentCatalogue.Find(cell.Experiment) is not { } experiment ||
            cell.Scale is null || !Scales.TryParse(cell.Scale, out Scale scale) ||
            experiment.AllRows.All(row => row.Label != cell.Row))
            return false;
        (Experiment, Configuration) key = (experiment, Configuration.Of(cell));
        if (!groups.TryGetValue(key, out Dictionary<(string Row, Scale Scale), CellResult>? cells))
            groups.Add(key, cells = []);
        return cells.TryAdd((cell.Row, scale), cell);
    }
}
