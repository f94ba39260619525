using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Cli.Listings;

/// <summary>An experiment as <c>list</c> shows it.</summary>
/// <param name="Table">The number that <c>--tables</c> takes.</param>
/// <param name="Rows">Labels that <c>--rows</c> takes.</param>
internal sealed record ExperimentListing(
    string Name, int Table, string Guideline, string Title, IReadOnlyList<string> Rows, IReadOnlyList<string> Scales)
{
    public static IReadOnlyList<ExperimentListing> All() =>
    [
        .. from experiment in ExperimentCatalogue.All
           select new ExperimentListing(
               experiment.Id,
               experiment.Table,
               experiment.Guideline.Id,
               experiment.Title,
               [.. experiment.Rows.Select(row => row.Label)],
               [.. Core.Experiments.Scales.All.Select(scale => scale.Label())]),
    ];
}
