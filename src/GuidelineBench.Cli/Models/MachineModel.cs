using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Models;

/// <summary>A result file and the cost model fitted on it.</summary>
internal sealed record MachineModel(string Path, ResultFile File, CostModel Model)
{
    private const string Remedy = "a result file with Tables 1-4 and stacks of units, as ./run.sh run --networks appendix1b measures them";

    /// <exception cref="CommandException">The file is unusable, or has too few guideline cells.</exception>
    public static MachineModel Read(string path)
    {
        ResultFile file = ReportFolder.Read(path);
        return CostModelFit.Of(file) is [CostModel model, ..]
            ? new MachineModel(path, file, model)
            : throw CommandException.Unusable(
                FormattableString.Invariant($"no configuration has {CostModelFit.FewestCells} guideline cells with a time, layer by layer"), path, Remedy);
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
