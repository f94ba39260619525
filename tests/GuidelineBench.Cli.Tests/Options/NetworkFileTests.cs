using System.Text.Json;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Kernels.Reference;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Cli.Tests.Options;

/// <summary>A network is named by an ONNX file wherever networks are named, with the file's weights.</summary>
public sealed class NetworkFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Graph graph;
    private readonly NetworkParameters parameters;
    private readonly string path;

    public NetworkFileTests()
    {
        var builder = new GraphBuilder(new MapShape(3, 12, 10));
        int x = builder.Add(new HardSwish(), builder.Convolution(builder.Input, 8, kernelSize: 3));
        builder.FullyConnected(builder.GlobalAveragePooling(builder.Add(new SiLU(), builder.Convolution(x, 16))), 5);
        graph = builder.Build("mine");
        parameters = NetworkParameters.Random(graph, 77);
        path = folder["mine.onnx"];
        OnnxModel.Write(path, graph, parameters, new OnnxFormat());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Cost_counts_its_layers()
    {
        Invocation cost = Invocation.Of("cost", "--tables", "none", "--networks", path, "--format", "json");

        Assert.Equal("", cost.Error);
        JsonElement cell = JsonDocument.Parse(cost.Out).RootElement[0];
        Assert.Equal("network:mine.onnx", cell.GetProperty("experiment").GetString());
        Assert.Equal(120L * (9 * 3 * 8 + 8 * 16) + 16 * 5, cell.GetProperty("multiplyAdds").GetInt64());
    }

    [Fact]
    public void Forward_runs_it_with_its_weights()
    {
        float[] image = RandomMaps.Create(graph.Input.Output, 1, 4);
        NpyFile.Write(folder["x.npy"], new Tensor(TensorShape.Of(1, 3, 12, 10), image));

        Invocation forward = Invocation.Of("forward", "--network", path, "--input", folder["x.npy"], "--output", folder["y.npy"]);

        Assert.Equal((0, ""), (forward.Code, forward.Error));
        double[] wanted = ReferenceNetwork.Output(graph, node => (parameters[node].Weights, parameters[node].Bias), image, batch: 1);
        float[] output = NpyFile.Read(folder["y.npy"]).Values;
        for (int i = 0; i < wanted.Length; i++)
            Assert.Equal(wanted[i], output[i], 1e-5);
    }

    [Fact]
    public void Export_writes_it_again_with_its_weights()
    {
        Assert.Equal(0, Invocation.Of("export", "--networks", path, "--out", folder["models"]).Code);

        JsonElement cell = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["models"], "cells.json"))).RootElement[0];
        Assert.Equal(graph.Checksum, cell.GetProperty("graphChecksum").GetString());
        Assert.Equal(ValueChecksum.Of(graph, parameters), cell.GetProperty("weightsChecksum").GetString());
        Assert.Equal(JsonValueKind.Null, cell.GetProperty("seed").ValueKind);
    }

    [Fact]
    public void A_run_has_the_weights_of_the_file()
    {
        CellSubject subject = Assert.Single(NetworkSelection.Read(path).Subjects);

        Assert.Equal(ValueChecksum.Of(graph, parameters), ValueChecksum.Of(subject.Graph, NetworkParameters.Of(subject, seed: 1)));
        Assert.Equal(("network:mine.onnx", "mine.onnx", "mine.onnx"), (subject.Experiment, subject.Row, subject.Graph.Name));
    }

    [Theory]
    [InlineData("cost", "--networks", "x.onnx", "no such file")]
    [InlineData("run", "--networks", "bad.onnx", "damaged")]
    [InlineData("export", "--networks", "bad.onnx", "damaged")]
    [InlineData("forward", "--network", "bad.onnx", "damaged")]
    [InlineData("predict", "--network", "bad.onnx", "damaged")]
    [InlineData("advise", "--network", "bad.onnx", "damaged")]
    [InlineData("cost", "--networks", "mine.onnx@0x5", "unusable size")]
    [InlineData("cost", "--networks", "mine.onnx@13x10", "images are of 12x10")]
    [InlineData("cost", "--networks", "mine.onnx,other/mine.onnx", "several networks are called mine.onnx")]
    public void Files_that_cannot_be_run_are_refused(string verb, string option, string names, string said)
    {
        folder.Write("bad.onnx", "this is no model");
        Directory.CreateDirectory(folder["other"]);
        File.Copy(path, folder["other/mine.onnx"]);

        string line = Invocation.Of(verb, option, string.Join(',', names.Split(',').Select(name => folder[name]))).RefusedLine();

        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Contains("; allowed: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_beside_it_are_refused()
    {
        Assert.Contains("weights of its own", Invocation.Of("forward", "--network", path, "--weights", "w").RefusedLine(), StringComparison.Ordinal);
        Assert.Contains("weights of its own", Invocation.Of("export", "--networks", path, "--weights", "w", "--out", folder["models"]).RefusedLine(), StringComparison.Ordinal);
    }
}
