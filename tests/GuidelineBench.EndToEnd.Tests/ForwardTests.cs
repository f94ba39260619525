using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Verification;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.EndToEnd.Tests;

public class ForwardTests
{
    [Theory]
    [InlineData("shufflenet_v2_x0_5")]
    [InlineData("shufflenet_v2_0.5x_residual")]
    [InlineData("densenet_0.5x")]
    public void Dumped_layers_are_those_of_Reference(string network)
    {
        using var folder = new RunFolderOnDisk();
        Directory.CreateDirectory(folder.Path);
        Graph graph = NetworkCatalogue.Find(network)!.Builder(new MapShape(3, 96, 128));
        float[] image = RandomMaps.Create(graph.Input.Output, batch: 1, seed: 3);
        NpyFile.Write(folder["image.npy"], new Tensor(TensorShape.Of(1, 3, 96, 128), image));

        (int code, _, string error) = ProgramRun.ToEnd(
            "forward", "--network", network, "--seed", "5", "--input", folder["image.npy"], "--dump-layers", folder["layers"]);

        Assert.True(code == 0, error);
        NetworkParameters parameters = NetworkParameters.Random(graph, seed: 5);
        double[][] expected = ReferenceNetwork.Run(graph, node => (parameters[node].Weights, parameters[node].Bias), image, batch: 1);
        string[] files = [.. Directory.EnumerateFiles(folder["layers"]).Order(StringComparer.Ordinal)];
        Assert.Equal(graph.Nodes.Length, files.Length);
        foreach ((string file, double[] map) in files.Zip(expected))
        {
            float[] ours = NpyFile.Read(file).Values;
            Assert.Equal(map.Length, ours.Length);
            var difference = new RelativeError();
            for (int i = 0; i < map.Length; i++)
                difference.Add(ours[i], map[i]);
            Assert.True(difference.Value <= 1e-4, $"{Path.GetFileName(file)} differs by {difference.Value:E1} of its largest value.");
        }
    }
}
