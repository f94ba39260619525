using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Cli.Forward;

/// <summary>The images that a network is run on.</summary>
/// <param name="Shape">Of one image.</param>
/// <param name="Values">image x channels x height x width.</param>
internal sealed record ForwardImages(int Count, MapShape Shape, float[] Values)
{
    public ReadOnlySpan<float> this[int image] => Values.AsSpan(checked((int)(image * Shape.Elements)), (int)Shape.Elements);

    /// <summary>One image of the size that the paper used.</summary>
    public static ForwardImages Random(NetworkEntry network, int seed) =>
        new(1, network.Input, RandomMaps.Create(network.Input, batch: 1, seed));

    /// <exception cref="CommandException">The images are not of the network's kind, or not finite.</exception>
    public static ForwardImages Of(Tensor tensor, NetworkEntry network, string path)
    {
        if (tensor.Shape.Dimensions is not [>= 1 and <= int.MaxValue and var count, var channels, >= 1 and <= int.MaxValue and var height, >= 1 and <= int.MaxValue and var width]
            || channels != network.Input.Channels)
            throw CommandException.Unusable(
                $"the input is of shape {tensor.Shape}", path,
                FormattableString.Invariant($"images x {network.Input.Channels} x height x width, e.g. [1, {network.Input.Channels}, {network.Input.Height}, {network.Input.Width}]"));
        int bad = Array.FindIndex(tensor.Values, value => !float.IsFinite(value));
        return bad < 0
            ? new ForwardImages((int)count, new MapShape((int)channels, (int)height, (int)width), tensor.Values)
            : throw CommandException.Unusable(FormattableString.Invariant($"the input is {tensor.Values[bad]} at element {bad}"), path, "finite numbers");
    }
}
