using GuidelineBench.Core.Files;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Schema;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Writing;

/// <summary>What a file says of itself, and its bytes.</summary>
public sealed class FormatTests : IDisposable
{
    private static readonly Graph Network = CellSubject.Of("shufflenet_v2_x0_5").Graph;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guidelinebench-onnx-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(13, 7)]
    [InlineData(17, 8)]
    public void The_version_of_the_operators_brings_the_files_own(int opset, int file)
    {
        ModelProto model = WrittenModel.Of(Network, new OnnxFormat(Opset: opset)).Model;

        Assert.Equal(file, model.IrVersion);
        Assert.Equal(("", opset), (Assert.Single(model.OpsetImport).Domain, model.OpsetImport[0].Version));
        Assert.True(model.OpsetImport[0].HasDomain);
        Assert.Equal("GuidelineBench", model.ProducerName);
        Assert.Matches(@"^\d+\.\d+\.\d+$", model.ProducerVersion);
    }

    [Fact]
    public void Metadata_say_what_the_network_is()
    {
        WrittenModel written = WrittenModel.Of(Network, new OnnxFormat(Seed: 7));

        Assert.Equal(
            [
                ("guidelinebench.network", "shufflenet_v2_x0_5"), ("guidelinebench.graph", Network.Checksum),
                ("guidelinebench.weights", ValueChecksum.Of(Network, written.Parameters)), ("guidelinebench.seed", "7"),
                // torchvision's has 1 366 792.
                ("guidelinebench.multiply_adds", written.Model.MetadataProps[4].Value), ("guidelinebench.parameters", "1366792"),
            ],
            written.Model.MetadataProps.Select(entry => (entry.Key, entry.Value)));
        Assert.Equal("shufflenet_v2_x0_5", written.Graph.Name);
        Assert.DoesNotContain(WrittenModel.Of(Network).Model.MetadataProps, entry => entry.Key == "guidelinebench.seed");
    }

    [Fact]
    public void Images_are_open_or_a_number_in_every_shape()
    {
        WrittenModel open = WrittenModel.Of(Network), eight = WrittenModel.Of(Network, new OnnxFormat(Batch: 8));

        foreach (ValueInfoProto value in open.Graph.ValueInfo.Concat(open.Graph.Input).Concat(open.Graph.Output))
        {
            int[] shape = open.Shape(value.Name);
            Assert.Equal(WrittenModel.Open, shape[0]);
            Assert.Equal([8, .. shape[1..]], eight.Shape(value.Name));
        }

        // Reshapes copy the number of images: the nodes are the same.
        Assert.Equal(open.Graph.Node, eight.Graph.Node);
        Assert.Equal(open.Graph.Initializer, eight.Graph.Initializer);
        WrittenRules.Hold(eight);
    }

    [Fact]
    public void A_file_is_the_same_bytes_each_time_and_its_hash_is_told()
    {
        var parameters = NetworkParameters.Random(Network, 3);
        var format = new OnnxFormat(Seed: 3);
        string path = Path.Combine(folder.FullName, "network.onnx");

        string first = OnnxModel.Write(path, Network, parameters, format);
        byte[] bytes = File.ReadAllBytes(path);
        string second = OnnxModel.Write(path, Network, NetworkParameters.Random(Network, 3), format);

        Assert.Equal(first, second);
        Assert.Equal(first, Convert.ToHexStringLower(Sha256.HashData(bytes)));
        Assert.Equal(bytes, File.ReadAllBytes(path));
        Assert.Equal(bytes, OnnxModel.Bytes(Network, parameters, format));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void A_network_too_large_for_a_file_is_refused_before_it_has_parameters()
    {
        var graph = new GraphBuilder(new Core.Layers.MapShape(25_000, 1, 1));
        graph.FullyConnected(graph.Input, 25_000);

        OnnxException error = Assert.Throws<OnnxException>(() => OnnxModel.RefuseUnwritable(graph.Build("large")));

        Assert.Equal("large has 625025000 parameters; an ONNX file holds 500000000.", error.Message);
    }
}
