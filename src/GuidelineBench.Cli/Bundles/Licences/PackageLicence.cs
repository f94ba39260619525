using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GuidelineBench.Cli.Bundles.Licences;

/// <summary>What a restored package says about its licence.</summary>
/// <param name="Terms">An SPDX expression, the name of a file in the package, or an address.</param>
/// <param name="Holder">Its copyright line, or its authors.</param>
/// <param name="Project">Address; null when the package names none.</param>
/// <param name="Texts">Files of the package with licences and notices, relative to it, with forward slashes.</param>
/// <param name="StandardTexts">Texts of <see cref="StandardLicence"/> that stand in where the package has no licence file.</param>
internal sealed partial record PackageLicence(
    Package Package, string Terms, string Holder, string? Project, ImmutableArray<string> Texts, ImmutableArray<StandardLicence> StandardTexts)
{
    /// <param name="folder">The package's own.</param>
    /// <exception cref="InvalidDataException">The package says nothing about its licence.</exception>
    public static PackageLicence Read(Package package, string folder)
    {
        string specification = Directory.EnumerateFiles(folder, "*.nuspec").FirstOrDefault()
            ?? throw new InvalidDataException($"no specification in {folder}");
        XElement metadata = XDocument.Load(specification).Root!.Elements().First(element => element.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;

        string terms = Value("license")?.Replace('\\', '/') ?? Value("licenseUrl") ?? throw new InvalidDataException($"no licence in {specification}");
        ImmutableArray<string> texts =
        [
            .. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(name => Notice().IsMatch(name))
                .Union(File.Exists(Path.Combine(folder, terms)) ? [terms] : [])
                .Order(StringComparer.Ordinal),
        ];
        bool hasOwn = texts.Any(text => text == terms || Licence().IsMatch(text));
        return new PackageLicence(
            package, terms, Value("copyright") ?? Value("authors") ?? "", Value("projectUrl"), texts, hasOwn ? [] : StandardLicence.In(terms));
    }

    [GeneratedRegex("^(licen[cs]e|copying|notice|third-?party)", RegexOptions.IgnoreCase)]
    private static partial Regex Notice();

    [GeneratedRegex("^(licen[cs]e|copying)", RegexOptions.IgnoreCase)]
    private static partial Regex Licence();
}

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
