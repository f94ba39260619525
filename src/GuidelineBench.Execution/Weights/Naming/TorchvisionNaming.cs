using System.Globalization;

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
