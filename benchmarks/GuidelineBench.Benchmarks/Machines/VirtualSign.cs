namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What virtual machines show in a file of the system.</summary>
/// <param name="Files">Paths; what one of them shows is enough.</param>
/// <param name="Pattern">Of the whole text, in which * stands for anything; upper and lower case are the same.</param>
/// <param name="BareProduct">Pattern of the product names of bare machines that show the same; null: there are none.</param>
/// <param name="HasBareTwins">
/// Whether bare machines show the same under the same product name. The firmware's own word, or on x86 the processor's,
/// tells them apart.
/// </param>
internal sealed record VirtualSign(string[] Files, string Pattern, string? BareProduct = null, bool HasBareTwins = false);
