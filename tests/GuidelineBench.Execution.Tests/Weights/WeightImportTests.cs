using System.Text;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Tests.Weights.Files;
using GuidelineBench.Execution.Weights;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Tests.Weights;

public sealed class WeightImportTests : IDisposable
{
    private readonly TensorFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Tensors_find_their_layers_and_batch_norms_are_folded()
    {
        var builder = new GraphBuilder(new MapShape(2, 4, 4));
        int convolution = builder.Convolution(builder.Input, 2, new Window(1, 1, Padding.None), name: "layer1.0.conv2");
        int norm = builder.BatchNormalization(convolution, "norm0");
        int pooled = builder.Add(new GlobalAveragePooling(), norm);
        int connected = builder.FullyConnected(pooled, 3, name: "fc");
        Graph graph = builder.Build("tiny");
        string path = Write(
            ("layer1.0.conv2.weight", [2, 2, 1, 1], [1, 2, 3, 4]),
            ("layer1.0.bn2.weight", [2], [2, 1]),
            ("layer1.0.bn2.bias", [2], [0, 5]),
            ("layer1.0.bn2.running_mean", [2], [1, 0]),
            ("layer1.0.bn2.running_var", [2], [1, 4]),
            ("norm0.weight", [2], [6, 7]),
            ("norm0.bias", [2], [8, 9]),
            ("norm0.running_mean", [2], [1, 2]),
            ("norm0.running_var", [2], [9, 1]),
            ("fc.weight", [3, 2], [1, 2, 3, 4, 5, 6]),
            ("fc.bias", [3], [7, 8, 9]));

        NetworkParameters parameters = WeightImport.Read(path, graph);

        // By hand with eps left out: it moves the fifth digit.
        AssertClose([2, 4, 1.5, 2], [-2, 5], parameters[convolution]);
        AssertClose([2, 7], [6, -5], parameters[norm]);
        AssertClose([1, 2, 3, 4, 5, 6], [7, 8, 9], parameters[connected]);
    }

    /// <summary>As DataParallel, torch.compile, Lightning and both of the first two write them.</summary>
    [Theory]
    [InlineData("module.")]
    [InlineData("_orig_mod.")]
    [InlineData("model.")]
    [InlineData("state_dict.")]
    [InlineData("net.")]
    [InlineData("backbone.")]
    [InlineData("module._orig_mod.")]
    [InlineData("anything.of.somebody.")]
    public void What_a_wrapper_puts_before_all_names_is_left_out_and_said(string prefix)
    {
        List<string> said = [];
        string path = Write((prefix + "fc.weight", [3, 2], [1, 2, 3, 4, 5, 6]), (prefix + "fc.bias", [3], [7, 8, 9]));

        NetworkParameters parameters = WeightImport.Read(path, Connected(), said.Add);

        AssertClose([1, 2, 3, 4, 5, 6], [7, 8, 9], parameters[2]);
        Assert.Contains($"the names of all weights begin with '{prefix}'", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_a_preprocessor_are_no_weights()
    {
        List<string> said = [];
        string path = Write(
            ("data_preprocessor.mean", [3], [1, 2, 3]), ("data_preprocessor.std", [3], [1, 2, 3]),
            ("fc.weight", [3, 2], [1, 2, 3, 4, 5, 6]), ("fc.bias", [3], [7, 8, 9]), ("fc.total_ops", [1], [5]));

        Assert.Equal([7f, 8f, 9f], WeightImport.Read(path, Connected(), said.Add)[2].Bias);
        Assert.Contains("'data_preprocessor.mean', 'data_preprocessor.std' are of no layer", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefix_of_some_names_is_none()
    {
        string path = Write(("module.fc.weight", [3, 2], [1, 2, 3, 4, 5, 6]), ("fc.bias", [3], [7, 8, 9]));

        Assert.Contains("1 tensor missing ('fc.weight')", Refusal(path, Connected()), StringComparison.Ordinal);
    }

    [Fact]
    public void Counters_need_not_have_the_prefix()
    {
        List<string> said = [];
        string path = Write(
            ("n_averaged", [], [7]), ("total_ops", [1], [5]), ("data_preprocessor.mean", [1], [5]), ("module.data_preprocessor.std", [1], [5]),
            ("module.total_params", [1], [5]), ("module.fc.weight", [3, 2], [1, 2, 3, 4, 5, 6]), ("module.fc.bias", [3], [7, 8, 9]));

        Assert.Equal([7f, 8f, 9f], WeightImport.Read(path, Connected(), said.Add)[2].Bias);
        Assert.EndsWith(
            "the names of all weights begin with 'module.', which is left out; 'data_preprocessor.mean', 'module.data_preprocessor.std' are of no layer and left out; images are taken as they are given",
            Assert.Single(said), StringComparison.Ordinal);
    }

    /// <summary>Two copies of the weights: which of them is meant is for the user to say.</summary>
    [Fact]
    public void Two_prefixes_are_refused_by_name()
    {
        List<string> said = [];
        string path = Write(
            ("model.fc.weight", [3, 2], [1, 2, 3, 4, 5, 6]), ("model.fc.bias", [3], [7, 8, 9]),
            ("ema_model.fc.weight", [3, 2], [1, 2, 3, 4, 5, 6]), ("ema_model.fc.bias", [3], [7, 8, 9]));

        Assert.StartsWith(
            "2 tensors not of this network ('ema_model.fc.bias', 'ema_model.fc.weight'): ",
            Assert.Throws<TensorFileException>(() => WeightImport.Read(path, Connected(), said.Add)).Message, StringComparison.Ordinal);
        Assert.Empty(said);
    }

    [Fact]
    public void Tensors_behind_a_prefix_are_called_as_the_file_calls_them()
    {
        string message = Refusal(Write(("module.fc.weight", [1], [1]), ("module.fc.extra", [1], [1]), ("optimizer", [1], [1])), Connected());

        Assert.StartsWith(
            "1 tensor missing ('module.fc.bias'); 1 tensor of another shape ('module.fc.weight' is [1], not [3, 2]); "
            + "2 tensors not of this network ('module.fc.extra', 'optimizer'): ", message, StringComparison.Ordinal);
        Assert.EndsWith("named in torchvision's style behind 'module.'", message, StringComparison.Ordinal);
    }

    /// <summary>A module of the network is no prefix of it: its first block has a convolution of the name of the first layer.</summary>
    [Fact]
    public void A_part_of_a_network_is_called_by_its_own_names()
    {
        string message = Refusal(
            Write(("layer1.0.conv1.weight", [64, 64, 1, 1], new float[4096]), ("layer1.0.bn1.weight", [64], new float[64])),
            NetworkCatalogue.Find("resnet50")!.Build());

        Assert.Contains(" tensors missing ('conv1.weight', 'bn1.weight', 'bn1.bias', ...): ", message, StringComparison.Ordinal);
    }

    private static Graph Connected()
    {
        var builder = new GraphBuilder(new MapShape(2, 4, 4));
        builder.FullyConnected(builder.Add(new GlobalAveragePooling(), builder.Input), 3, name: "fc");
        return builder.Build("tiny");
    }

    [Theory]
    [InlineData("conv1", "bn1")]
    [InlineData("layer1.0.conv3", "layer1.0.bn3")]
    [InlineData("layer1.0.downsample.0", "layer1.0.downsample.1")]
    [InlineData("conv1.0", "conv1.1")]
    [InlineData("stage2.0.branch1.0", "stage2.0.branch1.1")]
    [InlineData("stage4.3.branch2.3", "stage4.3.branch2.4")]
    [InlineData("features.0.0", "features.0.1")]
    [InlineData("features.1.conv.0.0", "features.1.conv.0.1")]
    [InlineData("features.1.conv.1", "features.1.conv.2")]
    [InlineData("features.18.0", "features.18.1")]
    public void Batch_norms_are_where_torchvision_has_them(string convolution, string norm)
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        builder.Convolution(builder.Input, 1, new Window(1, 1, Padding.None), name: convolution);
        Graph graph = builder.Build("tiny");

        WeightExport.Write(folder["a"], graph, NetworkParameters.Random(graph, 1));

        using SafetensorsFile file = SafetensorsFile.Open(folder["a"]);
        Assert.Equal(
            new[] { $"{convolution}.weight", $"{norm}.bias", $"{norm}.running_mean", $"{norm}.running_var", $"{norm}.weight" }.Order(StringComparer.Ordinal),
            file.Entries.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("shufflenet_v2_x0_5")]
    [InlineData("mobilenet_v2")]
    public void Exported_parameters_are_imported_to_the_bit(string network)
    {
        Graph graph = NetworkCatalogue.Find(network)!.Build();
        NetworkParameters random = NetworkParameters.Random(graph, seed: 3);

        WeightExport.Write(folder["a"], graph, random);

        AssertEqual(graph, random, WeightImport.Read(folder["a"], graph));
    }

    /// <summary>The modules of mmclassification's ShuffleNetV2: ConvModules of conv and bn, stages in backbone.layers.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("module.")]
    [InlineData("module._orig_mod.")]
    public void The_names_of_mmclassification_mean_the_same_layers(string prefix)
    {
        List<string> said = [];
        var modules = new Dictionary<string, string>
        {
            ["conv1.0"] = "backbone.conv1.conv",
            ["conv1.1"] = "backbone.conv1.bn",
            ["conv5.0"] = "backbone.layers.3.conv",
            ["conv5.1"] = "backbone.layers.3.bn",
            ["fc"] = "head.fc",
        };
        foreach ((int stage, int units) in new[] { (2, 4), (3, 8), (4, 4) })
        {
            for (int unit = 0; unit < units; unit++)
            {
                string theirs = $"stage{stage}.{unit}", ours = $"backbone.layers.{stage - 2}.{unit}";
                foreach ((string place, string module) in new[]
                {
                    ("branch2.0", "branch2.0.conv"), ("branch2.1", "branch2.0.bn"), ("branch2.3", "branch2.1.conv"),
                    ("branch2.4", "branch2.1.bn"), ("branch2.5", "branch2.2.conv"), ("branch2.6", "branch2.2.bn"),
                    ("branch1.0", "branch1.0.conv"), ("branch1.1", "branch1.0.bn"), ("branch1.2", "branch1.1.conv"), ("branch1.3", "branch1.1.bn"),
                })
                    if (unit == 0 || !place.StartsWith("branch1", StringComparison.Ordinal))
                        modules.Add($"{theirs}.{place}", $"{ours}.{module}");
            }
        }

        Graph graph = NetworkCatalogue.Find("shufflenet_v2_x0_5")!.Build();
        WeightExport.Write(folder["torchvision"], graph, NetworkParameters.Random(graph, seed: 4));
        using (SafetensorsFile file = SafetensorsFile.Open(folder["torchvision"]))
            SafetensorsWriter.Write(folder["mmclassification"], [.. file.Entries.Values.Select(entry =>
            {
                int end = entry.Name.LastIndexOf('.');
                return KeyValuePair.Create(prefix + modules[entry.Name[..end]] + entry.Name[end..], new Tensor(entry.Shape, file.Read(entry)));
            })]);

        AssertEqual(graph, WeightImport.Read(folder["torchvision"], graph), WeightImport.Read(folder["mmclassification"], graph, said.Add));
        Assert.Equal(prefix.Length == 0 ? 0 : 1, said.Count);
    }

    [Theory]
    [InlineData("I64", 8)]
    [InlineData("I32", 4)]
    [InlineData("a type of the future", 3)]
    public void The_counter_of_batches_is_ignored_whatever_its_type(string type, int bytes)
    {
        string path = folder.WriteSafetensors(
            $$"""
            {"fc.weight":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]},"fc.bias":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},
             "bn1.num_batches_tracked":{"dtype":"{{type}}","shape":[],"data_offsets":[8,{{8 + bytes}}] } }
            """, new byte[8 + bytes]);

        Assert.Equal([0f], WeightImport.Read(path, OneLayer())[1].Weights);
    }

    [Fact]
    public void Missing_extra_and_misshapen_tensors_are_named_and_counted_in_one_line()
    {
        Graph graph = NetworkCatalogue.Find("shufflenet_v2_x1_0")!.Build();
        string[] extra = ["a.weight", "b.weight", "c.weight", "d.weight"];
        string path = Write([.. extra.Select(name => (name, new long[] { 1 }, new float[] { 1 })), ("fc.weight", [10, 1024], new float[10240]), ("fc.bias", [1000], new float[1000])]);

        string message = Refusal(path, graph);

        // 56 convolutions with five tensors each, and two of the fully connected layer.
        Assert.StartsWith(
            "280 tensors missing ('conv1.0.weight', 'conv1.1.weight', 'conv1.1.bias', ...); "
            + "1 tensor of another shape ('fc.weight' is [10, 1024], not [1000, 1024]); "
            + "4 tensors not of this network ('a.weight', 'b.weight', 'c.weight', ...): ", message, StringComparison.Ordinal);
        Assert.EndsWith("; allowed: the 282 tensors of shufflenet_v2_x1_0, named in torchvision's style", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void What_is_missing_under_the_names_of_mmclassification_is_called_by_them()
    {
        Graph graph = NetworkCatalogue.Find("shufflenet_v2_x1_0")!.Build();

        string message = Refusal(Write(("head.fc.bias", [1000], new float[1000])), graph);

        Assert.StartsWith("281 tensors missing ('backbone.conv1.conv.weight', 'backbone.conv1.bn.weight', ", message, StringComparison.Ordinal);
        Assert.EndsWith("named in mmclassification's style", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_no_layer_can_have_are_refused()
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        builder.Convolution(builder.Input, 1, new Window(1, 1, Padding.None), name: "conv1");
        Graph graph = builder.Build("tiny");

        Assert.StartsWith("tensor 'bn1.running_var' is -1 at element 0: ", Refusal(WriteLayer(1, 1, -1), graph), StringComparison.Ordinal);
        Assert.StartsWith("tensor 'conv1.weight' is NaN at element 0: ", Refusal(WriteLayer(float.NaN, 1, 1), graph), StringComparison.Ordinal);
        Assert.StartsWith("the batch norm of tensor 'bn1.weight' makes numbers beyond float32: ", Refusal(WriteLayer(1e30f, 1e30f, 1), graph), StringComparison.Ordinal);

        string WriteLayer(float weight, float scale, float variance) => Write(
            ("conv1.weight", [1, 1, 1, 1], [weight]), ("bn1.weight", [1], [scale]), ("bn1.bias", [1], [0]),
            ("bn1.running_mean", [1], [0]), ("bn1.running_var", [1], [variance]));
    }

    [Fact]
    public void A_network_without_published_names_is_refused()
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        builder.Convolution(builder.Input, 1);

        Assert.StartsWith("the layers of nameless have no names in files of weights: ", Refusal(Write(), builder.Build("nameless")), StringComparison.Ordinal);
    }

    private static Graph OneLayer()
    {
        var builder = new GraphBuilder(new MapShape(1, 1, 1));
        builder.FullyConnected(builder.Input, 1, name: "fc");
        return builder.Build("one layer");
    }

    private string Write(params (string Name, long[] Shape, float[] Values)[] tensors)
    {
        // Not the writer under test: numbers that it would not be given by anybody else belong here too.
        var header = new StringBuilder("{");
        int offset = 0;
        foreach ((string name, long[] shape, float[] values) in tensors)
        {
            header.Append(offset == 0 ? "" : ",").Append(FormattableString.Invariant(
                $$"""
                "{{name}}":{"dtype":"F32","shape":[{{string.Join(',', shape)}}],"data_offsets":[{{offset}},{{offset + 4 * values.Length}}]}
                """));
            offset += 4 * values.Length;
        }

        return folder.WriteSafetensors(header.Append('}').ToString(), [.. tensors.SelectMany(tensor => tensor.Values).SelectMany(BitConverter.GetBytes)]);
    }

    private static string Refusal(string path, Graph graph) =>
        Assert.Throws<TensorFileException>(() => WeightImport.Read(path, graph)).Message;

    private static void AssertClose(double[] weights, double[] bias, LayerParameters parameters)
    {
        Assert.Equal(weights, parameters.Weights.Select(weight => (double)weight), Close);
        Assert.Equal(bias, parameters.Bias.Select(value => (double)value), Close);

        static bool Close(double a, double b) => Math.Abs(a - b) < 1e-4;
    }

    private static void AssertEqual(Graph graph, NetworkParameters expected, NetworkParameters actual)
    {
        foreach ((Node node, _) in graph.WeightedLayers)
        {
            Assert.Equal(expected[node.Index].Weights, actual[node.Index].Weights);
            Assert.Equal(expected[node.Index].Bias, actual[node.Index].Bias);
        }
    }
}
