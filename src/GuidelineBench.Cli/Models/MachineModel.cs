using System.CommandLine;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Models;

/// <summary>A result file and the cost model fitted on it.</summary>
internal sealed record MachineModel(string Path, ResultFile File, CostModel Model)
{
    private const string Remedy = "a result file with Tables 1-4 and stacks of units, as ./run.sh run --networks appendix1b measures them";

    /// <summary><c>--backend</c> of what asks a model.</summary>
    public static Option<string?> CreateBackend() => ValueOption.Create<string?>(
        BackendOption.Name, "NAME", "Whose prices, of the backends that the file has (default the one with most cells).", text => text);

    /// <param name="backend">Null: the one with most cells.</param>
    /// <exception cref="CommandException">The file is unusable, or has too few guideline cells of the backend.</exception>
    public static MachineModel Read(string path, string? backend)
    {
        ResultFile file = ReportFolder.Read(path);
        if (backend is not null && file.Cells.All(cell => cell.Backend != backend))
            throw CommandException.Unusable(
                $"{path} has no cells of backend '{backend}'", BackendOption.Name, string.Join(", ", file.Cells.Select(cell => cell.Backend).Distinct()));
        return CostModelFit.Of(file).FirstOrDefault(model => backend is null || model.Configuration.Backend == backend) is { } found
            ? new MachineModel(path, file, found)
            : throw CommandException.Unusable(
                FormattableString.Invariant($"no configuration{(backend is null ? "" : $" of {backend}")} has {CostModelFit.FewestCells} guideline cells with a time, layer by layer"), path, Remedy);
    }

    /// <exception cref="CommandException">The file does not tell the price of something in the network.</exception>
    public NetworkCharge Charge(NamedGraph network)
    {
        var charge = NetworkCharge.Of(network.Graph, Model.Configuration.Batch);
        return Model.UnknownTerms(charge) is [var unknown, ..]
            ? throw CommandException.Unusable($"{network.Name} needs the price of {unknown.Name()}, and the file has no cells that tell it", Path, Remedy)
            : charge;
    }
}
