using System.Collections.Immutable;

namespace GuidelineBench.Cli.Bundles.Licences;

/// <summary>A licence that packages name without holding its text.</summary>
/// <param name="Identifier">SPDX's.</param>
internal sealed record StandardLicence(string Identifier)
{
    private static readonly ImmutableArray<StandardLicence> All = [new("MIT"), new("Apache-2.0"), new("BSD-3-Clause")];

    /// <summary>Name of the embedded text, and in a bundle.</summary>
    public string FileName => Identifier + ".txt";

    /// <returns>Those of an SPDX expression whose texts are here.</returns>
    public static ImmutableArray<StandardLicence> In(string expression)
    {
        string[] identifiers = expression.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return [.. All.Where(licence => identifiers.Contains(licence.Identifier))];
    }

    public Stream Open() => typeof(StandardLicence).Assembly.GetManifestResourceStream(FileName)!;
}
