namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>A convention behind what a wrapper of the network puts before all names, as in <c>module.conv1.0</c>.</summary>
/// <param name="naming">The convention.</param>
/// <param name="prefix">With the dot at its end.</param>
internal sealed class PrefixedNaming(ITensorNaming naming, string prefix) : ITensorNaming
{
    public string Name => naming.Name;

    public string? Module(string node) => naming.Module(node) is { } module ? prefix + module : null;

    public string? BatchNorm(string node) => naming.BatchNorm(node) is { } module ? prefix + module : null;
}
