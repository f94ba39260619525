using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>
/// torchvision's names. Inside a sequence the batch norm is the next module, <c>conv1.0</c> and <c>conv1.1</c>; in ResNet
/// it is a module of its own, <c>conv2</c> and <c>bn2</c>.
/// </summary>
internal sealed class TorchvisionNaming : ITensorNaming
{
    private const string ConvolutionPrefix = "conv", BatchNormPrefix = "bn";

    public string Name => "torchvision";

    public string? Module(string node) => node;

    public string? BatchNorm(string node)
    {
        int start = node.LastIndexOf('.') + 1;
        string parent = node[..start], last = node[start..];
        if (int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int place))
            return string.Create(CultureInfo.InvariantCulture, $"{parent}{place + 1}");
        return last.StartsWith(ConvolutionPrefix, StringComparison.Ordinal)
            ? $"{parent}{BatchNormPrefix}{last[ConvolutionPrefix.Length..]}"
            : null;
    }
}

/// <summary>
/// The names of mmclassification and its successor mmpretrain for ShuffleNet v2, whose layers and channel order are
/// torchvision's. A convolution and its batch norm are the modules <c>conv</c> and <c>bn</c> of one module; stages 2 to 4
/// and the last convolution are <c>backbone.layers.0</c> to <c>3</c>.
/// </summary>
internal sealed partial class MmclassificationNaming : ITensorNaming
{
    public string Name => "mmclassification";

    public string? Module(string node) => node == "fc" ? "head.fc" : ConvolutionModule(node) is { } module ? $"{module}.conv" : null;

    public string? BatchNorm(string node) => ConvolutionModule(node) is { } module ? $"{module}.bn" : null;

    private static string? ConvolutionModule(string node)
    {
        switch (node)
        {
            case "conv1.0":
                return "backbone.conv1";
            case "conv5.0":
                return "backbone.layers.3";
        }

        if (BranchLayer().Match(node) is not { Success: true } match)
            return null;
        int stage = int.Parse(match.Groups["stage"].Value, CultureInfo.InvariantCulture);
        string branch = match.Groups["branch"].Value;
        // Places in torchvision's sequences of convolutions, batch norms and ReLUs.
        int layer = Array.IndexOf(branch == "1" ? [0, 2] : [0, 3, 5], int.Parse(match.Groups["place"].Value, CultureInfo.InvariantCulture));
        return layer < 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"backbone.layers.{stage - 2}.{match.Groups["unit"].Value}.branch{branch}.{layer}");
    }

    [GeneratedRegex(@"^stage(?<stage>[2-4])\.(?<unit>[0-9]+)\.branch(?<branch>[12])\.(?<place>[0-9])$")]
    private static partial Regex BranchLayer();
}
