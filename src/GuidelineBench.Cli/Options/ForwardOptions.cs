using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Networks.Units;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Onnx.Reading;

namespace GuidelineBench.Cli.Options;

/// <summary>The options of <c>forward</c>.</summary>
internal sealed class ForwardOptions
{
    public const string WeightsName = "--weights", InputName = "--input", OutputName = "--output", LayersName = "--dump-layers",
        SavedWeightsName = "--save-weights";

    private const string NetworkName = "--network";

    private const string Networks = "a network of ./run.sh list networks, or FILE.onnx";

    private readonly Option<ForwardNetwork?> network = ValueOption.Create<ForwardNetwork?>(
        NetworkName, "NAME", $"The network, as ./run.sh list networks names it, or {NetworkFile.Named}.", ReadNetwork);

    private readonly Option<string?> weights = Text(
        WeightsName, "FILE", "Weights, a safetensors file under torchvision's names, or mmclassification's for ShuffleNet v2 (default random weights).");

    private readonly Option<int?> seed = ValueOption.Number(
        RunOptions.SeedName, "N", $"Seed of random weights and of a random input, 0 or more (default {SpecificationOption.Default.Seed}).", 0, int.MaxValue);

    private readonly Option<string?> input = Text(
        InputName, "FILE", "Images, a .npy file with float32, images x channels x height x width (default one random image of the paper's size).");

    private readonly Option<string?> output = Text(
        OutputName, "FILE", "Where the outputs go, a .npy file with float32, images x classes (default the five largest of each image on stdout).");

    private readonly Option<string?> layers = Text(
        LayersName, "DIR", "New or empty folder for every layer's map, one .npy file each; layers are then not fused.");

    private readonly Option<string?> savedWeights = Text(
        SavedWeightsName, "FILE", "Write the weights that were run, batch norms folded, as a safetensors file under torchvision's names.");

    private readonly PlacementOptions placement = new(takesLists: false);

    /// <summary>As <c>list networks</c> shows them.</summary>
    private static NetworkEntry[] AllNetworks => [.. NetworkCatalogue.All, .. UnitNetworks.Entries];

    public IReadOnlyList<Option> All => [network, weights, seed, input, output, layers, savedWeights, .. placement.All.Select(option => option.Option)];

    /// <exception cref="CommandException">Options are missing or do not go together.</exception>
    public ForwardSettings Read(ParseResult result)
    {
        ForwardNetwork named = result.GetValue(network) ?? throw CommandException.Unusable("no network is given", NetworkName, Networks);
        if (named.File is not null && result.GetValue(weights) is not null)
            throw CommandException.Unusable($"{named.Entry.Name} has weights of its own", WeightsName, $"one of {WeightsName} and an ONNX file");
        if (result.GetValue(seed) is not null && (result.GetValue(weights) is not null || named.File is not null) && result.GetValue(input) is not null)
            throw CommandException.Unusable(
                $"nothing is random with {WeightsName} and {InputName}", RunOptions.SeedName, $"{RunOptions.SeedName} without one of them");
        RunSpecification place = placement.Read(result, SpecificationOption.Default);
        (IBackend backend, ExecutionOrder order) = (place.Backends[0], place.Orders[0]);
        if (result.GetValue(layers) is not null && order == ExecutionOrder.DepthFirst)
            throw CommandException.Unusable(
                "cannot go together", $"{LayersName} and {PlacementOptions.ExecutionName} {order.Label()}", "one of them; depth first no layer is ever in memory as a whole");
        return new ForwardSettings(
            named.Entry,
            result.GetValue(weights),
            result.GetValue(seed) ?? SpecificationOption.Default.Seed,
            result.GetValue(input),
            result.GetValue(output),
            result.GetValue(layers),
            result.GetValue(savedWeights),
            backend,
            PlanOptions.Default with { Threads = place.Threads, Order = order, Launch = place.Launches[0], Math = place.Maths[0] })
        {
            File = named.File,
        };
    }

    private static Option<string?> Text(string name, string value, string description) =>
        ValueOption.Create<string?>(name, value, description, text => text);

    private static ForwardNetwork ReadNetwork(string name)
    {
        if (NetworkFile.IsNamed(name))
        {
            OnnxNetwork file = NetworkFile.Read(name);
            return new ForwardNetwork(NetworkFile.Entry(file), file);
        }

        NetworkEntry entry = Array.Find(AllNetworks, entry => entry.Name == name) ?? throw CommandException.Unusable(
            $"unknown network '{name}'{UnusableArguments.Suggestion(name, AllNetworks.Select(entry => entry.Name))}", NetworkName, Networks);
        return new ForwardNetwork(entry, null);
    }

    /// <param name="File">Null for a network of the catalogue.</param>
    private sealed record ForwardNetwork(NetworkEntry Entry, OnnxNetwork? File);
}
