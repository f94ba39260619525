using System.Collections.Immutable;

namespace GuidelineBench.Cli.Bundles;

/// <summary>A kind of machine that a bundle can be made for.</summary>
/// <param name="Rid">The .NET runtime identifier.</param>
internal sealed record BundleTarget(string Rid)
{
    public static ImmutableArray<BundleTarget> All { get; } =
        [new("linux-x64"), new("linux-arm64"), new("win-x64"), new("osx-arm64")];

    public static string Names => string.Join(", ", All.Select(target => target.Rid));

    public bool IsWindows => Rid.StartsWith("win-", StringComparison.Ordinal);

    public string Extension => IsWindows ? ".zip" : ".tar.gz";

    /// <summary>File name of the program.</summary>
    public string Program => IsWindows ? "guidelinebench.exe" : "guidelinebench";

    /// <summary>Name of the one folder in the archive, and of the archive without its extension.</summary>
    public string FolderName(string version) => $"guidelinebench-{version}-{Rid}";

    /// <exception cref="CommandException">No bundle is made for such a machine.</exception>
    public static BundleTarget Find(string rid) =>
        All.FirstOrDefault(target => target.Rid == rid)
        ?? throw CommandException.Unusable($"no bundle is made for '{rid}'", "bundle", Names);
}
