using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Descriptions;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Models;

/// <summary>What a cost model is asked about: <c>--network --description --channels</c>, and for the last <c>--map --kernel --groups</c>.</summary>
internal sealed class QuestionOptions
{
    private const string NetworkName = "--network", DescriptionName = "--description", ChannelsName = "--channels";
    private const string MapName = "--map", KernelName = "--kernel", GroupsName = "--groups";
    private const string AllowedChannels = "2 to 1000 channel counts of 1 to 16384, separated by commas";
    private const int MostCounts = 1000, MostKernel = 63, UsualSide = 56;

    private readonly Option<NetworkSelection?> networks = ValueOption.Create<NetworkSelection?>(
        NetworkName, "LIST", $"Networks separated by commas: groups ({NetworkSelection.GroupNames}), names that ./run.sh list networks shows, {NetworkSelection.SizedName}, or {NetworkFile.Named}.",
        text => NetworkSelection.Read(text, NetworkName));

    private readonly Option<string?> description = ValueOption.Create<string?>(
        DescriptionName, "FILE", "A network of yours, described as docs/network-description.md says.", text => text);

    private readonly Option<ImmutableArray<int>?> channels = ValueOption.Create<ImmutableArray<int>?>(
        ChannelsName, "LIST", "A chain of convolutions by its channel counts separated by commas, e.g. 24,144,24.", ReadChannels);

    private readonly Option<(int Height, int Width)?> map = ValueOption.Create<(int, int)?>(
        MapName, "HEIGHTxWIDTH", "Size of the chain's maps (default 56x56).", ReadMap);

    private readonly Option<int?> kernel = ValueOption.Number(KernelName, "K", "Kernel size of the chain's convolutions, odd (default 1).", 1, MostKernel);

    private readonly Option<int?> groups = ValueOption.Number(GroupsName, "G", "Groups of the chain's convolutions (default 1).", 1, NetworkDescription.MostChannels);

    /// <param name="hasChain">Whether <c>--channels</c> may be asked.</param>
    public QuestionOptions(bool hasChain) =>
        All = hasChain ? [networks, description, channels, map, kernel, groups] : [networks, description];

    public IReadOnlyList<Option> All { get; }

    /// <exception cref="CommandException">Nothing is asked about, a description is none, or a chain does not fit.</exception>
    public ImmutableArray<NamedGraph> Read(ParseResult result, string verb)
    {
        bool hasChain = All.Contains(channels);
        var graphs = ImmutableArray.CreateBuilder<NamedGraph>();
        if (result.GetValue(networks) is { } selection)
            graphs.AddRange(selection.Subjects.Select(Named));
        if (result.GetValue(description) is { } path)
            graphs.Add(DescriptionFile.Read(path));
        if (hasChain && result.GetValue(channels) is { } counts)
            graphs.Add(Chain(counts, result.GetValue(map) ?? (UsualSide, UsualSide), result.GetValue(kernel) ?? 1, result.GetValue(groups) ?? 1));
        else if (hasChain && (result.GetValue(map) is not null || result.GetValue(kernel) is not null || result.GetValue(groups) is not null))
            throw CommandException.Unusable($"{MapName}, {KernelName} and {GroupsName} are of a chain", verb, $"with {ChannelsName}");
        return graphs.Count > 0
            ? graphs.ToImmutable()
            : throw CommandException.Unusable("nothing is asked about", verb, hasChain ? $"{NetworkName}, {DescriptionName} or {ChannelsName}" : $"{NetworkName} or {DescriptionName}");
    }

    private static NamedGraph Named(CellSubject subject) => new(
        subject.Experiment == CellSubject.Units ? subject.Row : subject.Experiment[CellSubject.NetworkPrefix.Length..], subject.Graph);

    private static NamedGraph Chain(ImmutableArray<int> counts, (int Height, int Width) map, int kernel, int groups)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{kernel}x{kernel} {string.Join("->", counts)} g={groups} at {map.Height}x{map.Width}");
        try
        {
            var graph = new GraphBuilder(new MapShape(counts[0], map.Height, map.Width));
            int x = graph.Input;
            RefuseTooLarge(graph.ShapeOf(x));
            foreach (int outputs in counts.Skip(1))
            {
                int inputs = graph.ShapeOf(x).Channels;
                x = graph.Convolution(x, outputs, kernel, groups);
                RefuseTooLarge(graph.ShapeOf(x));
                if (NetworkDescription.IsTooMuchWork(graph.ShapeOf(x), kernel, inputs, groups))
                    throw CommandException.Unusable($"a convolution to {graph.ShapeOf(x)} is too large", ChannelsName, FormattableString.Invariant($"{NetworkDescription.MostMultiplyAdds} multiply-adds"));
            }

            return new NamedGraph(name, graph.Build(name));
        }
        catch (ArgumentException error)
        {
            throw CommandException.Unusable(error.Message.TrimEnd('.'), ChannelsName, "an odd kernel, and channels that the groups divide");
        }
    }

    private static void RefuseTooLarge(MapShape map)
    {
        if (map.Elements > NetworkDescription.MostElements)
            throw CommandException.Unusable($"a map of {map} is too large", ChannelsName, NumberText.Write(NetworkDescription.MostElements) + " elements");
    }

    private static ImmutableArray<int>? ReadChannels(string text)
    {
        string[] parts = ValueOption.Parts(ChannelsName, text, AllowedChannels);
        if (parts.Length is < 2 or > MostCounts)
            throw CommandException.Unusable(string.Create(CultureInfo.InvariantCulture, $"{parts.Length} channel counts"), ChannelsName, AllowedChannels);
        return [.. parts.Select(part => NumberText.TryRead(part, out int count) && count is >= 1 and <= NetworkDescription.MostChannels
            ? count
            : throw CommandException.Unusable($"unusable channel count '{part}'", ChannelsName, AllowedChannels))];
    }

    private static (int Height, int Width)? ReadMap(string text)
    {
        string[] sides = text.Split('x');
        return sides.Length == 2 && NumberText.TryRead(sides[0], out int height) && NumberText.TryRead(sides[1], out int width)
            && height is >= 1 and <= NetworkDescription.MostPixels && width is >= 1 and <= NetworkDescription.MostPixels
                ? (height, width)
                : throw CommandException.Unusable($"unusable size '{text}'", MapName, "HEIGHTxWIDTH, each 1 to 4096");
    }
}
