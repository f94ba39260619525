using System.Collections.Immutable;

namespace GuidelineBench.Core.Experiments;

/// <summary>All controlled experiments. A new one is one file and one entry here.</summary>
public static class ExperimentCatalogue
{
    public static ImmutableArray<Experiment> All { get; } =
    [
        Table1.Experiment,
        Table2.Experiment,
        Table3.Experiment,
        Table4.Experiment,
    ];

    /// <returns>The experiment of that <see cref="Experiment.Id"/>, or null.</returns>
    public static Experiment? Find(string id) => All.FirstOrDefault(experiment => experiment.Id == id);
}
