using GuidelineBench.Core.Costs;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Tests.Oracle;

namespace GuidelineBench.Core.Tests.Networks.Catalogue;

public class NetworkCatalogueTests
{
    public static TheoryData<string> Names => [.. NetworkCatalogue.All.Select(entry => entry.Name)];

    public static TheoryData<string> ListedNetworks => [.. OracleLayers.ByNetwork.Keys];

    [Fact]
    public void The_catalogue_and_the_other_program_know_the_same_networks() =>
        Assert.Equal(
            OracleNetwork.All.Select(network => network.Network).Order(StringComparer.Ordinal),
            NetworkCatalogue.All.Select(entry => entry.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_and_multiply_adds_are_those_that_another_program_counts(string name)
    {
        OracleNetwork expected = OracleNetwork.All.Single(network => network.Network == name);
        Graph graph = NetworkCatalogue.Find(name)!.Build();
        WeightedLayer[] layers = [.. graph.WeightedLayers.Select(weighted => weighted.Layer)];
        var costs = GraphCosts.Of(graph);

        Assert.Equal(expected.Parameters, costs.Parameters);
        Assert.Equal(expected.MultiplyAdds, costs.MultiplyAdds);
        Assert.Equal(expected.Convolutions, graph.Convolutions.Count());
        Assert.Equal(expected.Weights, layers.Where(layer => layer is not BatchNormalization).Sum(layer => layer.WeightCount));
        Assert.Equal(
            expected.Biases,
            layers.Where(layer => layer is not BatchNormalization && layer.BiasSource == BiasSource.Bias).Sum(layer => layer.OutputChannels));
        Assert.Equal(
            expected.BatchNorms,
            layers.Where(layer => layer is BatchNormalization || layer.BiasSource == BiasSource.BatchNorm).Sum(layer => 2L * layer.OutputChannels));
    }

    [Theory]
    [MemberData(nameof(ListedNetworks))]
    public void Layers_are_those_that_another_program_lists(string name)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Build();

        IEnumerable<string> expected = OracleLayers.ByNetwork[name].Select(Text);
        IEnumerable<string> actual = graph.Nodes.Where(node => node.Layer is Convolution or FullyConnected).Select(node => Text(Numbers(graph, node)));

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    // As printed by the authors of each, or by the implementation that the paper's readers use.
    [Theory]
    [InlineData("shufflenet_v2_x0_5", 1_366_792)]
    [InlineData("shufflenet_v2_x1_0", 2_278_604)]
    [InlineData("shufflenet_v2_x1_5", 3_503_624)]
    [InlineData("shufflenet_v2_x2_0", 7_393_996)]
    [InlineData("mobilenet_v1_1.0", 4_231_976)]
    [InlineData("mobilenet_v2", 3_504_872)]
    [InlineData("condensenet_g8", 2_935_416)]
    [InlineData("condensenet_g4", 4_773_944)]
    [InlineData("igcv3_d_1.0", 3_491_688)]
    [InlineData("nasnet_a_4_1056", 5_289_978)]
    [InlineData("resnet50", 25_557_032)]
    [InlineData("resnet50_2015", 25_557_032)]
    [InlineData("senet154", 115_088_984)]
    [InlineData("alexnet", 61_100_840)]
    [InlineData("alexnet_2012", 60_965_224)]
    public void Parameters_are_those_that_were_published(string name, long parameters) =>
        Assert.Equal(parameters, GraphCosts.Of(NetworkCatalogue.Find(name)!.Build()).Parameters);

    [Fact]
    public void Names_are_file_names_in_one_convention_and_unique()
    {
        string[] names = [.. NetworkCatalogue.All.Select(entry => entry.Name)];

        Assert.Distinct(names);
        Assert.All(names, name => Assert.Matches("^[a-z0-9]+([._][a-z0-9]+)*$", name));
    }

    [Fact]
    public void What_is_not_published_in_full_has_a_note_of_one_sentence_or_two() =>
        Assert.All(NetworkCatalogue.All, entry =>
        {
            Assert.Equal(entry.Status != NetworkStatus.Published, entry.Note is not null);
            Assert.True(entry.Note is null || entry.Note.EndsWith('.'), entry.Note);
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Layers_with_weights_have_names_of_their_own(string name)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Build();
        string?[] names = [.. graph.WeightedLayers.Select(weighted => weighted.Node.Name)];

        Assert.All(names, Assert.NotNull);
        Assert.Distinct(names);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_graph_has_its_networks_name_and_gives_1000_classes_and_every_node_is_read(string name)
    {
        Graph graph = NetworkCatalogue.Find(name)!.Build();

        Assert.Equal(name, graph.Name);
        Assert.Equal(new MapShape(1000, 1, 1), graph.Output.Output);
        var read = graph.Nodes.SelectMany(node => node.Inputs).ToHashSet();
        Assert.All(graph.Nodes[..^1], node => Assert.Contains(node.Index, read));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_input_size_gives_the_same_layers_but_for_AlexNet(string name)
    {
        NetworkEntry entry = NetworkCatalogue.Find(name)!;
        if (entry.Family == "AlexNet")
        {
            Assert.Contains("256x6x6", Assert.Throws<ArgumentException>(() => entry.Builder(new MapShape(3, 320, 320))).Message);
            return;
        }

        long parameters = GraphCosts.Of(entry.Build()).Parameters;

        foreach ((int height, int width) in new[] { (320, 320), (640, 480), (1080, 720), (800, 1200) })
        {
            Graph graph = entry.Builder(new MapShape(3, height, width));
            Assert.Equal(new MapShape(1000, 1, 1), graph.Output.Output);
            Assert.Equal(parameters, GraphCosts.Of(graph).Parameters);
        }
    }

    private static long[] Numbers(Graph graph, Node node)
    {
        MapShape input = graph.Nodes[node.Inputs[0]].Output;
        long multiplyAdds = LayerCosts.Of(graph, node)!.MultiplyAdds;
        return node.Layer is Convolution convolution
            ?
            [
                0, convolution.KernelSize, convolution.Window.Stride, convolution.Groups, convolution.InputChannels,
                convolution.OutputChannels, input.Height, node.Output.Height, convolution.WeightCount, multiplyAdds,
            ]
            : [1, 1, 1, 1, input.Elements, node.Output.Channels, 1, 1, ((FullyConnected)node.Layer).WeightCount, multiplyAdds];
    }

    // A pointwise convolution of stride 2 is one of stride 1 on the pixels that it reads; the lists use both forms.
    private static string Text(long[] layer) => string.Join(' ', layer[1] == 1 ? [layer[0], 1, 1, .. layer[3..6], layer[7], .. layer[7..]] : layer);
}
