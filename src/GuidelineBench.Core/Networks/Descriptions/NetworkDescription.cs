using System.Collections.Immutable;
using GuidelineBench.Core.Layers;

namespace GuidelineBench.Core.Networks.Descriptions;

/// <summary>
/// Reads a network from a small text, one layer on a line; docs/network-description.md has the words. Any text ends in a
/// graph or in one error with its place: sizes and counts are bounded, and nothing nests.
/// </summary>
public static class NetworkDescription
{
    /// <summary>
    /// Characters of a text, layers of a network, channels of a map, pixels of the image's sides, of a window, its stride and
    /// its padding, elements of a map: far above what is run.
    /// </summary>
    public const int MostCharacters = 1 << 20, MostLayers = 2000, MostChannels = 16384, MostPixels = 4096, MostWindow = 255, MostElements = int.MaxValue;

    /// <summary>Of one convolution: so many layers as are allowed, each of this size, stay below 2^63 together.</summary>
    public const long MostMultiplyAdds = 1L << 52;

    private const string Operations = "input, conv, depthwise, maxpool, avgpool, mean, fc, relu, relu6, sum, concat, slice, shuffle";

    /// <summary>Whether a convolution has more than <see cref="MostMultiplyAdds"/>.</summary>
    public static bool IsTooMuchWork(MapShape output, int kernel, int inputChannels, int groups) =>
        (double)output.Elements * kernel * kernel * inputChannels / groups > MostMultiplyAdds;

    /// <param name="name">Of the graph.</param>
    /// <exception cref="DescriptionException">The text describes no network.</exception>
    public static Graph Parse(string text, string name)
    {
        if (text.Length > MostCharacters)
            throw new DescriptionException(1, 1, FormattableString.Invariant($"the text has {text.Length} characters; up to {MostCharacters} is allowed"));
        GraphBuilder? graph = null;
        var names = new Dictionary<string, int>();
        int last = 0, layers = 0, lineNumber = 0;
        foreach (string content in text.Split('\n'))
        {
            lineNumber++;
            List<DescribedWord> words = Words(content, lineNumber);
            if (words.Count == 0)
                continue;
            DescribedWord? label = Label(words);
            if (words.Count == 0)
                throw label!.Value.Refuse($"a name without an operation; allowed: {Operations}");
            var line = new DescribedLine(words);
            if (layers++ == MostLayers)
                throw line.Operation.Refuse(FormattableString.Invariant($"one layer too many; up to {MostLayers} is allowed"));
            try
            {
                if (graph is null)
                    (graph, last) = (Begin(line), 0);
                else
                    last = Add(graph, line, names, last);
            }
            catch (ArgumentException error)
            {
                string reason = error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal).TrimEnd('.');
                throw line.Operation.Refuse($"{reason}; allowed: layers that fit the maps they read", error);
            }

            Check(graph.ShapeOf(last), line.Operation);
            if (label is { } named && !names.TryAdd(named.Text, last))
                throw named.Refuse($"'{DescribedLine.Short(named.Text)}' names a layer already; one layer of each name is allowed");
        }

        if (graph is null || layers < 2)
            throw new DescriptionException(Math.Max(1, lineNumber), 1, "no layers; allowed: a line 'input CHANNELS HEIGHTxWIDTH', then one or more layers");
        return graph.Build(name);
    }

    private static GraphBuilder Begin(DescribedLine line)
    {
        if (line.Operation.Text != "input")
            throw line.Operation.Refuse($"the first layer is '{DescribedLine.Short(line.Operation.Text)}'; allowed: input CHANNELS HEIGHTxWIDTH");
        int channels = DescribedLine.Number(line.Positional("its channels"), "input's channels", 1, MostChannels);
        DescribedWord size = line.Positional("its size, HEIGHTxWIDTH");
        int cross = size.Text.IndexOf('x', StringComparison.Ordinal);
        if (cross <= 0)
            throw size.Refuse($"a size is HEIGHTxWIDTH as in 224x224, not '{DescribedLine.Short(size.Text)}'");
        var input = new MapShape(
            channels,
            DescribedLine.Number(size with { Text = size.Text[..cross] }, "height", 1, MostPixels),
            DescribedLine.Number(size.After(cross + 1), "width", 1, MostPixels));
        line.RefuseRest("CHANNELS HEIGHTxWIDTH");
        return new GraphBuilder(input);
    }

    /// <returns>The index of the layer's last node: an activation named on its line is a node of its own.</returns>
    private static int Add(GraphBuilder graph, DescribedLine line, Dictionary<string, int> names, int last)
    {
        ImmutableArray<int> from = From(line, names) ?? [last];
        int x = from[0];
        int channels = graph.ShapeOf(x).Channels;
        switch (line.Operation.Text)
        {
            case "conv":
                int outputs = DescribedLine.Number(line.Positional("its output channels"), "conv's output channels", 1, MostChannels);
                Window window = WindowOf(line, kernel: 1);
                int groups = line.Number("groups", 1, 1, MostChannels);
                int convolution = graph.Convolution(Single(), outputs, window, groups);
                if (IsTooMuchWork(graph.ShapeOf(convolution), window.KernelSize, channels, groups))
                    throw line.Operation.Refuse(FormattableString.Invariant($"its multiply-adds are too many; up to {MostMultiplyAdds} is allowed"));
                return Finish(graph, line, convolution, "CHANNELS kernel= stride= padding= groups= from= relu relu6");
            case "depthwise":
                return Finish(graph, line, graph.Convolution(Single(), channels, WindowOf(line, kernel: 3), channels), "kernel= stride= padding= from= relu relu6");
            case "maxpool":
                return Finish(graph, line, graph.Add(new MaxPooling(WindowOf(line, kernel: 3)), Single()), "kernel= stride= padding= from=", activated: false);
            case "avgpool":
                return Finish(graph, line, graph.Add(new AveragePooling(WindowOf(line, kernel: 3), CountsPadding: true), Single()), "kernel= stride= padding= from=", activated: false);
            case "mean":
                return Finish(graph, line, graph.GlobalAveragePooling(Single()), "from=", activated: false);
            case "fc":
                int classes = DescribedLine.Number(line.Positional("its outputs"), "fc's outputs", 1, MostChannels);
                return Finish(graph, line, graph.FullyConnected(Single(), classes), "OUTPUTS from= relu relu6");
            case "relu":
                return Finish(graph, line, graph.ReLU(Single()), "from=", activated: false);
            case "relu6":
                return Finish(graph, line, graph.ReLU6(Single()), "from=", activated: false);
            case "sum":
                return Finish(graph, line, graph.Sum([.. from]), "from=NAME,NAME relu relu6");
            case "concat":
                // The sum is bounded before the map is made: a name may stand many times.
                if (from.Sum(input => (long)graph.ShapeOf(input).Channels) > MostChannels)
                    throw line.Operation.Refuse(FormattableString.Invariant($"concat's channels are too many; up to {MostChannels} is allowed"));
                return Finish(graph, line, graph.Concatenation([.. from]), "from=NAME,NAME relu relu6");
            case "slice":
                int first = DescribedLine.Number(line.Positional("its first channel and how many"), "slice's first channel", 0, channels - 1);
                int count = DescribedLine.Number(line.Positional("how many channels"), "slice's channels", 1, channels - first);
                return Finish(graph, line, graph.Slice(Single(), first, count), "FIRST COUNT from=", activated: false);
            case "shuffle":
                int shuffled = DescribedLine.Number(line.Positional("its groups"), "shuffle's groups", 1, channels);
                return Finish(graph, line, graph.Shuffle(Single(), shuffled), "GROUPS from=", activated: false);
            case "input":
                throw line.Operation.Refuse("a second input; one is allowed, on the first line");
            default:
                throw line.Operation.Refuse($"unknown operation '{DescribedLine.Short(line.Operation.Text)}'; allowed: {Operations}");
        }

        int Single() => from.Length == 1 ? x : throw line.Operation.Refuse($"{line.Operation.Text} reads one layer; from= names {from.Length}");
    }

    private static int Finish(GraphBuilder graph, DescribedLine line, int node, string allowed, bool activated = true)
    {
        bool relu = activated && line.Flag("relu"), relu6 = activated && line.Flag("relu6");
        line.RefuseRest(allowed);
        if (relu && relu6)
            throw line.Operation.Refuse("relu and relu6 stand on one line; one activation is allowed");
        return relu ? graph.ReLU(node) : relu6 ? graph.ReLU6(node) : node;
    }

    private static Window WindowOf(DescribedLine line, int kernel)
    {
        int size = line.Number("kernel", kernel, 1, MostWindow), stride = line.Number("stride", 1, 1, MostWindow);
        return new Window(size, stride, Padding.Around(line.Number("padding", size / 2, 0, MostWindow)));
    }

    private static ImmutableArray<int>? From(DescribedLine line, Dictionary<string, int> names)
    {
        if (line.Value("from") is not { } list)
            return null;
        var from = ImmutableArray.CreateBuilder<int>();
        int start = 0;
        foreach (string name in list.Text.Split(','))
        {
            if (!names.TryGetValue(name, out int node))
                throw list.After(start).Refuse($"no layer above is named '{DescribedLine.Short(name)}'; a layer is named by 'NAME:' before its operation");
            from.Add(node);
            start += name.Length + 1;
        }

        return from.ToImmutable();
    }

    private static void Check(MapShape map, DescribedWord operation)
    {
        if (map.Channels > MostChannels || map.Height > 2 * MostPixels || map.Width > 2 * MostPixels || map.Elements > MostElements)
            throw operation.Refuse(FormattableString.Invariant($"its map, {map}, is too large; up to {MostChannels} channels and {MostElements} elements is allowed"));
    }

    private static DescribedWord? Label(List<DescribedWord> words)
    {
        if (!words[0].Text.EndsWith(':'))
            return null;
        DescribedWord label = words[0] with { Text = words[0].Text[..^1] };
        if (label.Text.Length == 0 || label.Text.Any(letter => letter is ',' or '=' or ':'))
            throw label.Refuse($"'{DescribedLine.Short(label.Text)}' is no name; letters and digits are allowed, no comma, equals sign or colon");
        words.RemoveAt(0);
        return label;
    }

    private static List<DescribedWord> Words(string line, int number)
    {
        var words = new List<DescribedWord>();
        int end = line.IndexOf('#', StringComparison.Ordinal) is >= 0 and var comment ? comment : line.Length;
        for (int i = 0; i < end;)
        {
            int start = i;
            while (i < end && !char.IsWhiteSpace(line[i]) && line[i] != '\uFEFF')
                i++;
            if (i > start)
                words.Add(new DescribedWord(line[start..i], number, start + 1));
            else
                i++;
        }

        return words;
    }
}
