using System.Globalization;
using GuidelineBench.Cli.Forward;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.Cli.Tests.Forward;

public sealed class ForwardRunTests : IDisposable
{
    private const int Classes = 7;

    private static readonly NetworkEntry Network =
        new("tiny", "Tests", new MapShape(3, 6, 6), NetworkStatus.Published, null, Tiny);

    private readonly TemporaryFolder folder = new();

    private readonly ReferenceBackend backend = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_image_of_a_file_gets_its_outputs()
    {
        Tensor images = Images(3, 6, 6);
        NpyFile.Write(folder["images.npy"], images);

        Assert.Equal("", Run(Settings with { Input = folder["images.npy"], Output = folder["logits.npy"], Options = PlanOptions.Default with { Threads = 2, Order = ExecutionOrder.DepthFirst } }));

        Tensor logits = NpyFile.Read(folder["logits.npy"]);
        Assert.Equal(TensorShape.Of(3, Classes), logits.Shape);
        Assert.Equal(Maps(images)[^1], logits.Values);
        Assert.Equal(PlanOptions.Default with { Threads = 2, Order = ExecutionOrder.DepthFirst }, backend.Options);
    }

    [Fact]
    public void Images_of_another_size_are_run_where_the_network_takes_them()
    {
        NpyFile.Write(folder["images.npy"], Images(2, 9, 5));

        Run(Settings with { Input = folder["images.npy"], Output = folder["logits.npy"] });

        Assert.Equal(Maps(Images(2, 9, 5))[^1], NpyFile.Read(folder["logits.npy"]).Values);
    }

    [Fact]
    public void Every_layer_is_dumped_views_too()
    {
        Tensor images = Images(2, 6, 6);
        NpyFile.Write(folder["images.npy"], images);

        Run(Settings with { Input = folder["images.npy"], LayerFolder = folder["layers"] });

        string[] files = [.. Directory.EnumerateFiles(folder["layers"]).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "000-Input.npy", "001-conv1.0.npy", "002-ReLU.npy", "003-ChannelSelection.npy", "004-ChannelSelection.npy", "005-Concatenation.npy",
                "006-Concatenation.npy", "007-ChannelSelection.npy", "008-GlobalAveragePooling.npy", "009-fc.npy",
            ],
            files.Select(Path.GetFileName));
        float[][] maps = Maps(images);
        Graph graph = Tiny(new MapShape(3, 6, 6));
        for (int node = 0; node < files.Length; node++)
        {
            Tensor map = NpyFile.Read(files[node]);
            MapShape shape = graph.Nodes[node].Output;
            Assert.Equal(TensorShape.Of(2, shape.Channels, shape.Height, shape.Width), map.Shape);
            Assert.Equal(maps[node], map.Values);
        }

        Assert.False(backend.Options!.FuseElementwise);
    }

    [Fact]
    public void Without_an_output_file_the_largest_outputs_are_shown()
    {
        string answer = Run(Settings);

        float[] logits = Maps(new Tensor(TensorShape.Of(1, 3, 6, 6), RandomMaps.Create(Network.Input, batch: 1, Settings.Seed)))[^1];
        string[] lines = answer.TrimEnd('\n').Split('\n');
        Assert.Equal(["image", "rank", "class", "output"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        int[] classes = [.. lines.Skip(1).Select(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2], CultureInfo.InvariantCulture))];
        Assert.Equal(5, classes.Length);
        Assert.Equal(logits.Order().Reverse().Take(5), classes.Select(index => logits[index]));
    }

    [Fact]
    public void Weights_that_are_saved_give_the_same_outputs_again()
    {
        Run(Settings with { Output = folder["a.npy"], SavedWeights = folder["weights.safetensors"], Seed = 5 });
        NpyFile.Write(folder["images.npy"], new Tensor(TensorShape.Of(1, 3, 6, 6), RandomMaps.Create(Network.Input, batch: 1, seed: 5)));

        Run(Settings with { Output = folder["b.npy"], Weights = folder["weights.safetensors"], Input = folder["images.npy"] });

        Assert.Equal(File.ReadAllBytes(folder["a.npy"]), File.ReadAllBytes(folder["b.npy"]));
    }

    [Fact]
    public void Weights_behind_a_prefix_give_the_same_outputs_and_a_line_on_stderr()
    {
        Run(Settings with { Output = folder["a.npy"], SavedWeights = folder["weights.safetensors"] });
        NpyFile.Write(folder["images.npy"], new Tensor(TensorShape.Of(1, 3, 6, 6), RandomMaps.Create(Network.Input, batch: 1, Settings.Seed)));
        using (SafetensorsFile file = SafetensorsFile.Open(folder["weights.safetensors"]))
            SafetensorsWriter.Write(folder["wrapped"], [.. file.Entries.Values.Select(entry =>
                KeyValuePair.Create($"module.{entry.Name}", new Tensor(entry.Shape, file.Read(entry))))]);

        string said = Said(Settings with { Output = folder["b.npy"], Weights = folder["wrapped"], Input = folder["images.npy"] });

        Assert.Equal($"guidelinebench: {folder["wrapped"]}: the names of all weights begin with 'module.', which is left out\n", said);
        Assert.Equal(File.ReadAllBytes(folder["a.npy"]), File.ReadAllBytes(folder["b.npy"]));
    }

    [Theory]
    [InlineData(new long[] { 3, 6, 6 }, "the input is of shape [3, 6, 6]")]
    [InlineData(new long[] { 1, 1, 3, 6, 6 }, "the input is of shape [1, 1, 3, 6, 6]")]
    [InlineData(new long[] { 1, 4, 6, 6 }, "the input is of shape [1, 4, 6, 6]")]
    [InlineData(new long[] { 1, 6, 6, 3 }, "the input is of shape [1, 6, 6, 3]")]
    [InlineData(new long[] { 0, 3, 6, 6 }, "the input is of shape [0, 3, 6, 6]")]
    [InlineData(new long[] { 1, 3, 0, 6 }, "the input is of shape [1, 3, 0, 6]")]
    [InlineData(new long[] { 1, 3, 1, 6 }, "tiny does not take images of 3x1x6")]
    public void Images_of_a_wrong_shape_are_refused(long[] dimensions, string what)
    {
        TensorShape shape = TensorShape.Of(dimensions);
        NpyFile.Write(folder["images.npy"], new Tensor(shape, new float[shape.Elements]));

        CommandException error = Refusal(Settings with { Input = folder["images.npy"], Output = folder["logits.npy"] });

        Assert.StartsWith(what, error.Message, StringComparison.Ordinal);
        Assert.Contains($": {folder["images.npy"]}; allowed: ", error.Message, StringComparison.Ordinal);
        Assert.Equal([folder["images.npy"]], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData(float.NaN, "the input is NaN at element 4")]
    [InlineData(float.NegativeInfinity, "the input is -Infinity at element 4")]
    public void Images_that_are_not_finite_are_refused(float value, string what)
    {
        Tensor images = Images(1, 6, 6);
        images.Values[4] = value;
        NpyFile.Write(folder["images.npy"], images);

        Assert.StartsWith(what, Refusal(Settings with { Input = folder["images.npy"] }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_beyond_float32_is_not_written_and_the_layers_show_where()
    {
        Tensor images = Images(1, 6, 6);
        images.Values.AsSpan().Fill(float.MaxValue);
        NpyFile.Write(folder["images.npy"], images);

        CommandException error = Refusal(Settings with
        {
            Input = folder["images.npy"],
            Output = folder["logits.npy"],
            LayerFolder = folder["layers"],
            Network = Network with { Builder = shape => Scaled(shape) },
        });

        Assert.StartsWith("the output of image 0 is ", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["logits.npy"]));
        Assert.NotEmpty(Directory.EnumerateFiles(folder["layers"]));
    }

    [Fact]
    public void Places_that_cannot_be_written_are_said_before_anything_is_run()
    {
        Directory.CreateDirectory(folder["taken"]);
        folder.Write("taken/file", "old");

        Assert.StartsWith("there is no folder for ", Refusal(Settings with { Output = folder["missing/logits.npy"] }).Message, StringComparison.Ordinal);
        Assert.EndsWith("is a folder: --output; allowed: the name of a file", Refusal(Settings with { Output = folder["taken"] }).Message, StringComparison.Ordinal);
        Assert.StartsWith($"{folder["taken"]} is not empty: --dump-layers", Refusal(Settings with { LayerFolder = folder["taken"] }).Message, StringComparison.Ordinal);
        Assert.StartsWith($"{folder["taken/file"]} is a file: --dump-layers", Refusal(Settings with { LayerFolder = folder["taken/file"] }).Message, StringComparison.Ordinal);
        Assert.Null(backend.Options);
        Assert.Equal([folder["taken"]], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_backend_that_cannot_be_used_is_absent()
    {
        var absent = new ReferenceBackend { Unusable = "no device" };

        var error = Assert.Throws<CommandException>(() => Run(Settings with { Backend = absent }));

        Assert.Equal(4, error.ExitCode);
        Assert.Equal("backend reference cannot be used: no device", error.Message);
    }

    [Fact]
    public void An_image_that_does_not_fit_in_memory_is_refused_before_anything_is_allocated()
    {
        NpyFile.Write(folder["images.npy"], Images(1, 600, 600));

        var error = Assert.Throws<CommandException>(() => Run(Settings with { Input = folder["images.npy"], FreeMemoryBytes = () => 1 << 20 }));

        Assert.Equal(4, error.ExitCode);
        // Three channels of 600 x 600 values alone are 4 MiB.
        Assert.Matches(@"^not enough memory: tiny on an image of 3x600x600 needs about \d+ MiB, free are 1 MiB$", error.Message);
        Assert.Null(backend.Options);
    }

    private ForwardSettings Settings => new(
        Network, Weights: null, Seed: 1, Input: null, Output: null, LayerFolder: null, SavedWeights: null, backend, PlanOptions.Default);

    private static Graph Tiny(MapShape input)
    {
        var builder = new GraphBuilder(input);
        int x = builder.ReLU(builder.Convolution(builder.Input, 4, new Window(3, 2, Padding.None), name: "conv1.0"));
        // Views of views, and a map that is read long after it was written.
        int first = builder.Slice(x, 0, 2), second = builder.Slice(x, 2, 2);
        int swapped = builder.Concatenation(second, first);
        x = builder.Shuffle(builder.Concatenation(swapped, x), groups: 2);
        builder.FullyConnected(builder.Add(new GlobalAveragePooling(), x), Classes, name: "fc");
        return builder.Build("tiny");
    }

    private static Graph Scaled(MapShape input)
    {
        var builder = new GraphBuilder(input);
        int sum = builder.Sum(builder.Input, builder.Input);
        builder.FullyConnected(builder.Add(new GlobalAveragePooling(), builder.Sum(sum, sum)), Classes, name: "fc");
        return builder.Build("scaled");
    }

    private static Tensor Images(int count, int height, int width) =>
        new(TensorShape.Of(count, 3, height, width), RandomMaps.Create(new MapShape(3, height, width), count, seed: 9));

    /// <summary>Every node's map for all images together.</summary>
    private static float[][] Maps(Tensor images)
    {
        Graph graph = Tiny(new MapShape(3, (int)images.Shape.Dimensions[2], (int)images.Shape.Dimensions[3]));
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 1);
        double[][] maps = ReferenceNetwork.Run(
            graph, node => (parameters[node].Weights, parameters[node].Bias), images.Values, (int)images.Shape.Dimensions[0]);
        return [.. maps.Select(map => Array.ConvertAll(map, value => (float)value))];
    }

    private static string Run(ForwardSettings settings)
    {
        using var answer = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        new ForwardRun(settings).Execute(new Terminal(answer, error));
        Assert.Equal("", error.ToString());
        return answer.ToString();
    }

    private static string Said(ForwardSettings settings)
    {
        using var error = new StringWriter { NewLine = "\n" };
        new ForwardRun(settings).Execute(new Terminal(TextWriter.Null, error));
        return error.ToString();
    }

    private static CommandException Refusal(ForwardSettings settings)
    {
        var error = Assert.Throws<CommandException>(() => Run(settings));
        Assert.Equal(3, error.ExitCode);
        return error;
    }
}
