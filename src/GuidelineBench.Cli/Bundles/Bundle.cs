using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Cli.Bundles;

/// <summary>An archive of a publication, and its checksum beside it.</summary>
internal static class Bundle
{
    public const string ChecksumExtension = ".sha256";

    /// <param name="publication">Folder with the published program, reduced to what a bundle needs.</param>
    /// <param name="licences">Of what it holds.</param>
    /// <param name="folder">Where archive and checksum go; nobody else is writing there.</param>
    /// <returns>Path of the archive.</returns>
    /// <exception cref="CommandException">The folder cannot be written; what was there before is whole.</exception>
    public static string Write(BundleTarget target, string version, string publication, IReadOnlyList<BundleFile> licences, string folder)
    {
        string name = target.FolderName(version) + target.Extension;
        string path = Path.Combine(folder, name);
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.RemoveLeftovers(path);
            // An old checksum beside a new archive would look like damage.
            File.Delete(path + ChecksumExtension);
            OutputFile.Write(path, new BundleArchive(target, version, publication, licences), static (stream, archive) => archive.Write(stream));
            OutputFile.Write(path + ChecksumExtension, Encoding.ASCII.GetBytes(ChecksumLine(path)));
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(path, "bundle", error);
        }

        return path;
    }

    /// <summary>As <c>sha256sum --check</c> reads it.</summary>
    private static string ChecksumLine(string path)
    {
        using FileStream archive = File.OpenRead(path);
        return $"{Convert.ToHexStringLower(SHA256.HashData(archive))}  {Path.GetFileName(path)}\n";
    }
}

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
