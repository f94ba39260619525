using System.Text.Json;
using GuidelineBench.Core.Experiments;

namespace GuidelineBench.Core.Tests.Oracle;

/// <summary>
/// A cell of Tables 1 to 4 counted by another program from the paper's text, with the speed that the paper prints for it.
/// </summary>
/// <param name="ReluElements">Outputs of all ReLUs.</param>
/// <param name="PairwiseAdditions">Additions when n maps are added two at a time.</param>
/// <param name="PairwiseAdditionElements">Outputs of these additions.</param>
public sealed record OracleCell(
    string Experiment,
    string Setting,
    string Row,
    string Scale,
    int[] Channels,
    long MultiplyAdds,
    long MemoryAccess,
    int Convolutions,
    long ReluElements,
    int PairwiseAdditions,
    long PairwiseAdditionElements,
    double PrintedPerSecond)
{
    public static IReadOnlyList<OracleCell> All { get; } = Read();

    public ChannelSetting Device => Setting == "cpu" ? ChannelSetting.Cpu : ChannelSetting.Gpu;

    public Scale Column => Scales.TryParse(Scale, out Scale scale) ? scale : throw new InvalidOperationException(Scale);

    /// <summary>The cell of the code under test that has this one's place in the paper.</summary>
    public ExperimentCell Run()
    {
        Experiment experiment = ExperimentCatalogue.Find(Experiment)!;
        return experiment.Cell(experiment.Rows.Single(row => row.Label == Row), Column, Device);
    }

    public override string ToString() => $"{Experiment} {Setting} {Row} {Scale}";

    private static OracleCell[] Read()
    {
        using Stream stream = typeof(OracleCell).Assembly.GetManifestResourceStream("cells.json")!;
        return JsonSerializer.Deserialize<OracleCell[]>(stream, JsonSerializerOptions.Web)!;
    }
}
