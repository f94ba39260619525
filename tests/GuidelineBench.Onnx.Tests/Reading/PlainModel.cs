using GuidelineBench.Core.Layers;
using GuidelineBench.Kernels.Reference;
using GuidelineBench.Onnx.Reading;

namespace GuidelineBench.Onnx.Tests.Reading;

/// <summary>What a file gives for one image, by its network in double, beside what is expected of the same image.</summary>
internal static class PlainModel
{
    public static float[] Image(MapShape shape) => ModelBuilder.Values(1, shape.Channels, shape.Height, shape.Width);

    public static double[] Output(OnnxNetwork network, float[] image) => ReferenceNetwork.Output(
        network.Graph, node => (network.Parameters[node].Weights, network.Parameters[node].Bias), image, batch: 1);

    /// <param name="expected">By the channel, row and column of a pixel, and the image as the same.</param>
    public static void Gives(OnnxNetwork network, Func<int, int, int, Func<int, int, int, double>, double> expected)
    {
        MapShape from = network.Graph.Input.Output, to = network.Graph.Output.Output;
        float[] image = Image(from);
        double[] output = Output(network, image);
        for (int i = 0; i < output.Length; i++)
        {
            (int channel, int pixel) = Math.DivRem(i, to.Pixels);
            double wanted = expected(channel, pixel / to.Width, pixel % to.Width, At);
            Assert.True(Math.Abs(wanted - output[i]) < 1e-5, FormattableString.Invariant($"element {i} of {to} is {output[i]}, not {wanted}"));
        }

        // Zeros around the image.
        double At(int channel, int row, int column) =>
            row < 0 || column < 0 || row >= from.Height || column >= from.Width ? 0 : image[(channel * from.Height + row) * from.Width + column];
    }

    public static string Layers(OnnxNetwork network) => string.Join("; ", network.Graph.Nodes.Skip(1).Select(node => node.Layer.Signature));
}
