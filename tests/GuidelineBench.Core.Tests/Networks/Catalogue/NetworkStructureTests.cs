using System.Collections.Immutable;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;

namespace GuidelineBench.Core.Tests.Networks.Catalogue;

/// <summary>What counts of convolutions do not show: what stands between them.</summary>
public class NetworkStructureTests
{
    // Counted by hand. Units per network: ShuffleNets and light Xception 3 down and 13 basic, the 164 layers 4 and 49;
    // ReLUs per unit, e.g. ShuffleNet v2: 3 in a down unit, 2 in a basic one, with squeeze-and-excitation one more.
    [Theory]
    [InlineData("shufflenet_v2_1.0x", 1 + 3 * 3 + 13 * 2 + 1, 0, 0, 0, 0)]
    [InlineData("shufflenet_v2_x1_0", 1 + 3 * 3 + 13 * 2 + 1, 0, 0, 0, 0)]
    [InlineData("shufflenet_v2_1.0x_star", 1 + 3 * 3 + 13 * 2 + 1, 0, 0, 0, 0)]
    [InlineData("shufflenet_v2_1.0x_residual", 1 + 3 * 3 + 13 * 2 + 1, 0, 0, 13, 0)]
    [InlineData("shufflenet_v2_2.0x_se", 1 + 3 * 4 + 13 * 3 + 1, 0, 16, 0, 0)]
    [InlineData("shufflenet_v2_2.0x_se_residual", 1 + 3 * 4 + 13 * 3 + 1, 0, 16, 13, 0)]
    [InlineData("shufflenet_v2_50", 1 + 4 * 3 + 12 * 2 + 1, 0, 0, 0, 0)]
    [InlineData("se_shufflenet_v2_164", 3 + 4 * 4 + 49 * 3 + 1, 0, 53, 49, 0)]
    [InlineData("shufflenet_v2_large", 3 + 53 * 4 + 3 + 1, 0, 53, 49, 0)]
    [InlineData("shufflenet_v1_1.0x_g3", 1 + 16 * 2, 0, 0, 13, 0)]
    [InlineData("shufflenet_v1_50", 1 + 16 * 2, 0, 0, 12, 0)]
    [InlineData("shufflenet_v1_50_quarter", 1 + 16 * 2, 0, 0, 13, 0)]
    [InlineData("mobilenet_v1_1.0", 27, 0, 0, 0, 0)]
    [InlineData("mobilenet_v2", 0, 1 + 1 + 16 * 2 + 1, 0, 10, 0)]
    [InlineData("light_xception_1.0x", 1 + 16 * 3, 0, 0, 16, 0)]
    [InlineData("densenet_1.0x", 1 + 16 * 2 + 2, 0, 0, 0, 17)]
    [InlineData("condensenet_g4", 36 * 2 + 1, 0, 0, 0, 37)]
    [InlineData("igcv2_1.0", 1 + 13 * 2, 0, 0, 0, 0)]
    [InlineData("igcv3_d_1.0", 0, 1 + 32 + 1, 0, 25, 0)]
    [InlineData("resnet50", 1 + 16 * 3, 0, 0, 16, 0)]
    [InlineData("senet154", 3 + 50 * 4, 0, 50, 50, 0)]
    [InlineData("alexnet", 7, 0, 0, 0, 0)]
    [InlineData("alexnet_2012", 7, 0, 0, 0, 0)]
    public void Activations_sums_and_free_batch_norms_are_as_many_as_described(
        string name, int relus, int relu6s, int sigmoids, int sums, int batchNorms)
    {
        Graph graph = Built(name);

        Assert.Equal(
            (relus, relu6s, sigmoids, sums, batchNorms),
            (Count<ReLU>(graph), Count<ReLU6>(graph), Count<Sigmoid>(graph), Count<Sum>(graph), Count<BatchNormalization>(graph)));
    }

    // A cell of NASNet has five sums; between two cells stands nothing.
    [Theory]
    [InlineData("nasnet_a_4_1056", 2 + 12 + 2, 0)]
    [InlineData("pnasnet_5_mobile", 2 + 9, 0)]
    [InlineData("pnasnet_5_mobile_even", 2 + 9, 1)]
    public void Cells_have_five_combinations(string name, int cells, int batchNorms)
    {
        Graph graph = Built(name);

        Assert.Equal(5 * cells, Count<Sum>(graph));
        Assert.Equal(batchNorms, Count<BatchNormalization>(graph));
    }

    [Fact]
    public void Two_even_paths_of_a_reduction_to_an_odd_number_of_channels_give_the_first_channel_twice()
    {
        Graph graph = Built("pnasnet_5_mobile_even");

        Node selection = Assert.Single(graph.Nodes, node => node.Layer is ChannelSelection);
        Assert.Equal([.. Enumerable.Range(0, 26), 0], ((ChannelSelection)selection.Layer).Channels);
        Node paths = graph.Nodes[selection.Inputs[0]];
        Assert.IsType<Concatenation>(paths.Layer);
        Assert.Equal([13, 13], paths.Inputs.Select(path => graph.Nodes[path].Output.Channels));
        Assert.Equal(new BatchNormalization(27), Assert.Single(graph.Nodes, node => node.Inputs.Contains(selection.Index)).Layer);
    }

    [Theory]
    [InlineData("shufflenet_v2_1.0x")]
    [InlineData("shufflenet_v2_x1_0")]
    [InlineData("shufflenet_v2_2.0x_star")]
    [InlineData("shufflenet_v1_1.0x_g3")]
    [InlineData("light_xception_1.0x")]
    public void No_activation_follows_a_depthwise_convolution(string name)
    {
        Graph graph = Built(name);

        Assert.All(
            graph.Nodes.Where(node => node.Layer is Activation),
            node => Assert.NotEqual(ConvolutionKind.Depthwise, (graph.Nodes[node.Inputs[0]].Layer as Convolution)?.Kind));
    }

    [Fact]
    public void No_activation_follows_the_expansion_or_the_projection_of_IGCV3()
    {
        Graph graph = Built("igcv3_d_1.0");

        Assert.All(
            graph.Nodes.Where(node => node.Layer is Activation),
            node => Assert.NotEqual(ConvolutionKind.GroupedPointwise, (graph.Nodes[node.Inputs[0]].Layer as Convolution)?.Kind));
    }

    [Fact]
    public void Convolutions_of_NASNets_cells_read_rectified_maps()
    {
        Graph graph = Built("nasnet_a_4_1056");

        // A pointwise convolution behind a depthwise one is the second half of a separable convolution.
        Assert.All(graph.Convolutions.Skip(1), item =>
        {
            Layer before = graph.Nodes[item.Node.Inputs[0]].Layer;
            if (item.Convolution.Kind == ConvolutionKind.Depthwise)
                Assert.IsType<ReLU>(before);
            else
                Assert.True(before is ReLU or Convolution { Kind: ConvolutionKind.Depthwise } or AveragePooling or MaxPooling, before.Signature);
        });
    }

    // The authors shuffle before a unit, torchvision behind it: a permutation of channels. So each convolution must read as many
    // channels of each earlier convolution in one as in the other. At 0.5x all layers are of equal size in both.
    [Fact]
    public void The_authors_and_torchvisions_ShuffleNet_v2_connect_the_same_layers()
    {
        string[] authors = [.. Sources(Built("shufflenet_v2_0.5x"))], torchvision = [.. Sources(Built("shufflenet_v2_x0_5"))];

        Assert.Equal(authors, torchvision);
        // The first basic unit's first convolution, number 6, reads half of what each branch of the down unit made.
        Assert.Equal("6: 2x12, 5x12", authors[0]);
    }

    [Fact]
    public void A_shuffle_gives_every_group_channels_of_every_group()
    {
        Graph graph = Built("shufflenet_v1_1.0x_g3");

        Assert.All(graph.Nodes.Where(node => node.Layer is ChannelSelection), node =>
        {
            ImmutableArray<int> channels = ((ChannelSelection)node.Layer).Channels;
            int perGroup = channels.Length / 3;
            Assert.Equal([0, perGroup, 2 * perGroup, 1], channels[..4]);
            Assert.IsType<Convolution>(graph.Nodes[node.Index + 1].Layer);
            Assert.Equal(ConvolutionKind.Depthwise, ((Convolution)graph.Nodes[node.Index + 1].Layer).Kind);
        });
        Assert.Equal(16, Count<ChannelSelection>(graph));
    }

    [Fact]
    public void CondenseNets_choices_are_no_identity_and_always_the_same()
    {
        Graph graph = Built("condensenet_g8");
        ChannelSelection first = graph.Nodes.Select(node => node.Layer).OfType<ChannelSelection>().First();

        Assert.NotEqual(Enumerable.Range(0, 16), first.Channels);
        Assert.Equal(graph.Checksum, Built("condensenet_g8").Checksum);
    }

    [Theory]
    [InlineData("shufflenet_v2_x1_0", "conv1.0 stage2.0.branch1.0 stage2.0.branch1.2 stage2.0.branch2.0 stage2.0.branch2.3 stage2.0.branch2.5 stage2.1.branch2.0 stage3.7.branch2.5 stage4.3.branch2.3 conv5.0 fc")]
    [InlineData("mobilenet_v2", "features.0.0 features.1.conv.0.0 features.1.conv.1 features.2.conv.0.0 features.2.conv.1.0 features.2.conv.2 features.17.conv.2 features.18.0 classifier.1")]
    [InlineData("resnet50", "conv1 layer1.0.conv1 layer1.0.conv2 layer1.0.conv3 layer1.0.downsample.0 layer2.0.downsample.0 layer3.5.conv3 layer4.2.conv3 fc")]
    [InlineData("alexnet", "features.0 features.3 features.6 features.8 features.10 classifier.1 classifier.4 classifier.6")]
    public void Layers_are_called_as_torchvisions_modules(string name, string modules)
    {
        string?[] names = [.. Built(name).WeightedLayers.Select(weighted => weighted.Node.Name)];

        Assert.All(modules.Split(' '), module => Assert.Contains(module, names));
    }

    private static Graph Built(string name) => NetworkCatalogue.Find(name)!.Build();

    private static int Count<T>(Graph graph)
        where T : Layer => graph.Nodes.Count(node => node.Layer is T);

    // One line for each convolution that reads a concatenation: its number among the convolutions, then which ones it reads
    // through views and poolings, and how many channels of each.
    private static IEnumerable<string> Sources(Graph graph)
    {
        var origins = new List<int[]>();
        int convolutions = 0;
        foreach (Node node in graph.Nodes)
        {
            int[][] inputs = [.. node.Inputs.Select(input => origins[input])];
            if (node.Layer is Convolution && inputs[0].Distinct().Count() > 1)
                yield return $"{convolutions}: " + string.Join(", ", inputs[0].CountBy(origin => origin).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}x{pair.Value}"));
            origins.Add(node.Layer switch
            {
                Concatenation => [.. inputs.SelectMany(input => input)],
                ChannelSelection selection => [.. selection.Channels.Select(channel => inputs[0][channel])],
                Convolution convolution => [.. Enumerable.Repeat(convolutions++, convolution.OutputChannels)],
                FullyConnected => [],
                Input => [-1, -1, -1],
                _ => inputs[0],
            });
        }
    }
}
