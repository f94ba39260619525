using System.Text.RegularExpressions;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>Names of a network's modules, which exporters leave in names of weights and of nodes.</summary>
internal static partial class ModuleNames
{
    private const string WeightSuffix = ".weight";

    /// <param name="weights">As <c>layer1.0.conv1.weight</c>.</param>
    /// <param name="node">As <c>/layer1/layer1.0/conv1/Conv</c>.</param>
    /// <returns>As <c>layer1.0.conv1</c>; null where neither says one.</returns>
    public static string? Of(string weights, string node)
    {
        string name = weights.EndsWith(WeightSuffix, StringComparison.Ordinal) ? weights[..^WeightSuffix.Length] : Scope(node);
        return Usable().IsMatch(name) ? name : null;
    }

    private static string Scope(string node)
    {
        if (!node.StartsWith('/'))
            return "";
        List<string> parts = [];
        foreach (string part in node.Split('/')[1..^1])
            if (parts.Count > 0 && part.StartsWith(parts[^1] + ".", StringComparison.Ordinal))
                parts[^1] = part;
            else
                parts.Add(part);
        return string.Join('.', parts);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.\-]{0,199}\z")]
    private static partial Regex Usable();
}
