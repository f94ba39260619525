using CsCheck;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Tests.Writing;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>Any network of small layers is read back as one that computes the same, and that one again; as itself where its layers have one form.</summary>
public class RandomNetworkTests
{
    [Fact]
    public void Any_network_computes_the_same_when_it_is_read_back() => Property.Holds(
        Gen.Int[0, 10_000].Array[1, 12],
        choices =>
        {
            Graph graph = RandomGraphTests.Of(choices);
            NetworkParameters parameters = NetworkParameters.Random(graph, choices[0]);
            OnnxNetwork read = OnnxReader.Read(OnnxModel.Bytes(graph, parameters, new OnnxFormat()), "random.onnx");
            OnnxNetwork again = OnnxReader.Read(OnnxModel.Bytes(read.Graph, read.Parameters, new OnnxFormat(Batch: 2)), "random.onnx");

            Assert.Equal(ValueChecksum.Of(graph, parameters), ValueChecksum.Of(read.Graph, read.Parameters));
            if (!HasOtherForm(graph))
                Assert.Equal([graph.Checksum, graph.Checksum], [read.Graph.Checksum, again.Graph.Checksum]);
            float[] image = PlainModel.Image(graph.Input.Output);
            double[] wanted = PlainModel.Output(new OnnxNetwork(graph, parameters, read.Source), image);
            foreach (double[] output in new[] { PlainModel.Output(read, image), PlainModel.Output(again, image) })
            {
                Assert.Equal(wanted.Length, output.Length);
                for (int i = 0; i < wanted.Length; i++)
                    Assert.True(Math.Abs(wanted[i] - output[i]) <= 1e-9 * Math.Max(1, Math.Abs(wanted[i])), FormattableString.Invariant($"element {i}: {wanted[i]} {output[i]}"));
            }
        },
        number: 150);

    /// <summary>Layers that do nothing are left out, and choices of channels are called by what they choose.</summary>
    private static bool HasOtherForm(Graph graph) => graph.Nodes.Any(node => node.Layer switch
    {
        ReLU => graph.Nodes[node.Inputs[0]].Layer is ReLU or ReLU6,
        ReLU6 => graph.Nodes[node.Inputs[0]].Layer is ReLU or ReLU6,
        ChannelSelection => true,
        _ => false,
    });
}
