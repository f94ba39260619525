using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.EndToEnd.Tests.Architecture;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Kernels.Reference;

namespace GuidelineBench.EndToEnd.Tests.Torchvision;

/// <summary>
/// Networks against torchvision's own, from a file of weights to the logits, which compare.py recorded: names, folded batch
/// norms, layouts, strides and padding have to be the same for that.
/// </summary>
public class TorchvisionTests
{
    /// <summary>
    /// Of the largest difference of any logit over the range of all logits. Rounding makes up to 4e-6; a batch norm's eps of
    /// 1e-9 instead of 1e-5 would make 4e-5 to 2e-4, an image shifted by one pixel 1e-2 and more.
    /// </summary>
    private const double Tolerance = 2e-5;

    /// <summary>Names and gains as in compare.py.</summary>
    public static TheoryData<string, double> Networks =>
    [
        .. TestPart.Of(
            [
                ("shufflenet_v2_x0_5", 4.0),
                ("shufflenet_v2_x1_0", 4.0),
                ("shufflenet_v2_x1_5", 4.0),
                ("shufflenet_v2_x2_0", 4.0),
                ("mobilenet_v2", 6.0),
                ("resnet50", 3.5),
                ("alexnet", 6.0),
            ],
            ((string Name, double Gain) network) => NetworkCatalogue.Find(network.Name)!.Family),
    ];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Reference_computes_torchvisions_logits(string network, double gain)
    {
        using var folder = new RunFolderOnDisk();
        Directory.CreateDirectory(folder.Path);
        Graph graph = NetworkCatalogue.Find(network)!.Build();
        string weights = WriteWeights(folder, graph, gain);

        NetworkParameters parameters = WeightImport.Read(weights, graph);
        double[] logits = ReferenceNetwork.Output(
            graph, node => (parameters[node].Weights, parameters[node].Bias), Formula.Image().Values, batch: 1);

        Assert.InRange(Difference(Array.ConvertAll(logits, logit => (float)logit), network), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Forward_computes_torchvisions_logits(string network, double gain)
    {
        using var folder = new RunFolderOnDisk();
        Directory.CreateDirectory(folder.Path);
        string weights = WriteWeights(folder, NetworkCatalogue.Find(network)!.Build(), gain);
        NpyFile.Write(folder["image.npy"], Formula.Image());

        (int code, string answer, string error) = ProgramRun.ToEnd(
            "forward", "--network", network, "--weights", weights, "--input", folder["image.npy"], "--output", folder["logits.npy"]);

        Assert.True(code == 0, error);
        Assert.Equal("", answer);
        Tensor logits = NpyFile.Read(folder["logits.npy"]);
        Assert.Equal(TensorShape.Of(1, 1000), logits.Shape);
        Assert.InRange(Difference(logits.Values, network), 0, Tolerance);
    }

    private static string WriteWeights(RunFolderOnDisk folder, Graph graph, double gain)
    {
        // Only names and shapes of an export are used; a name that torchvision does not have would get other numbers than there.
        string exported = folder["exported.safetensors"], weights = folder["weights.safetensors"];
        WeightExport.Write(exported, graph, NetworkParameters.Random(graph, seed: 1));
        using (SafetensorsFile file = SafetensorsFile.Open(exported))
            SafetensorsWriter.Write(
                weights,
                [.. file.Entries.Values.Select(entry => KeyValuePair.Create(entry.Name, Formula.Weights(entry.Name, entry.Shape, gain)))]);
        File.Delete(exported);
        return weights;
    }

    private static double Difference(float[] logits, string network)
    {
        float[] expected = NpyFile.Read(Path.Combine(
            RepositoryTree.Root, "tests", "GuidelineBench.EndToEnd.Tests", "Torchvision", "Logits", $"{network}.npy")).Values;
        Assert.Equal(expected.Length, logits.Length);
        return expected.Zip(logits, (theirs, ours) => Math.Abs((double)theirs - ours)).Max() / ((double)expected.Max() - expected.Min());
    }
}
