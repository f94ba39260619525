using System.CommandLine;
using GuidelineBench.Core.Results;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Cli.Options;

/// <summary>The options of <c>export</c>.</summary>
internal sealed class ExportOptions
{
    public const string OutName = "--out";

    private const string OpsetName = "--opset", OpenBatch = "N";

    /// <summary>As <c>run</c> takes.</summary>
    private const int MostBatch = 1024;

    private readonly CellOptions cells = new(networksAlone: true);

    private readonly Option<string?> output = ValueOption.Create<string?>(
        OutName, "DIR", "Folder for the files; those of the same names in it are replaced.", text => text);

    private readonly Option<int?> opset = ValueOption.OneOf(
        OpsetName, "VERSION", $"Version of ONNX's operators: {string.Join(" or ", OnnxFormat.Opsets.Keys.Select(version => NumberText.Write(version)))} (default {OnnxFormat.DefaultOpset}).",
        [.. OnnxFormat.Opsets.Keys.Select(version => (NumberText.Write(version), version))]);

    private readonly Option<int?> batch = ValueOption.Create<int?>(
        RunOptions.BatchName, "N|B", $"Images per forward pass, 1 to {MostBatch}; {OpenBatch} leaves them open (default {OpenBatch}).", ReadBatch);

    private readonly Option<int?> seed = ValueOption.Number(
        RunOptions.SeedName, "N", $"Seed of random weights, 0 or more; run with the same seed has the same weights (default {SpecificationOption.Default.Seed}).", 0, int.MaxValue);

    private readonly Option<string?> weights = ValueOption.Create<string?>(
        ForwardOptions.WeightsName, "FILE", "Weights of one network, as forward takes them (default random weights).", text => text);

    public IReadOnlyList<Option> All => [.. cells.All.Select(option => option.Option), output, opset, batch, seed, weights];

    /// <exception cref="CommandException">Options are missing or do not go together.</exception>
    public ExportSettings Read(ParseResult result)
    {
        string folder = result.GetValue(output) ?? throw CommandException.Unusable("no folder is given", OutName, "a folder for the files");
        CellSubject[] subjects = [.. cells.Read(result).Subjects()];
        if (subjects.Length == 0)
            throw CommandException.Unusable(
                "nothing to write", $"{CellOptions.TablesName} none", $"1, 2, 3, 4, all, or none together with {CellOptions.NetworksName}");
        string? file = result.GetValue(weights);
        if (file is not null && (subjects.Length > 1 || !CellSubject.IsNetworkOrUnits(subjects[0].Experiment)))
            throw CommandException.Unusable(
                $"a file of weights is of one network, not of {(subjects.Length > 1 ? $"{NumberText.Write(subjects.Length)} files" : subjects[0].Label)}",
                ForwardOptions.WeightsName, $"{CellOptions.NetworksName} with one network, without {CellOptions.TablesName}");
        if (file is not null && subjects[0].Parameters is not null)
            throw CommandException.Unusable($"{subjects[0].Row} has weights of its own", ForwardOptions.WeightsName, $"one of {ForwardOptions.WeightsName} and an ONNX file");
        if (file is not null && result.GetValue(seed) is not null)
            throw CommandException.Unusable(
                $"nothing is random with {ForwardOptions.WeightsName}", RunOptions.SeedName, $"one of {RunOptions.SeedName} and {ForwardOptions.WeightsName}");
        return new ExportSettings(
            [.. subjects],
            folder,
            file,
            new OnnxFormat(
                result.GetValue(batch), result.GetValue(opset) ?? OnnxFormat.DefaultOpset, file is null ? result.GetValue(seed) ?? SpecificationOption.Default.Seed : null));
    }

    private static int? ReadBatch(string text)
    {
        if (text == OpenBatch)
            return null;
        return NumberText.TryRead(text, out int images) && images is >= 1 and <= MostBatch
            ? images
            : throw CommandException.Unusable($"unusable number '{text}'", RunOptions.BatchName, $"1 to {MostBatch}, or {OpenBatch}");
    }
}
