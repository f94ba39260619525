using System.Formats.Tar;
using System.IO.Compression;
using GuidelineBench.Cli.Folders;

namespace GuidelineBench.Cli.Bundles;

/// <summary>A bundle's one folder as .tar.gz or .zip: the launcher at its root, the program and the licences below.</summary>
internal sealed class BundleArchive(BundleTarget target, string version, string publication, IReadOnlyList<BundleFile> licences)
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The oldest time that a .zip can hold: equal contents make equal archives.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string root = target.FolderName(version);

    private IEnumerable<BundleFile> Files
    {
        get
        {
            BundleLauncher launcher = BundleLauncher.For(target);
            return
            [
                BundleFile.OfText(launcher.Name, launcher.Text, isExecutable: true),
                BundleFile.OfText($"{BundleLauncher.ProgramFolder}/{BundleFolder.MarkName}", $"{version} {target.Rid}\n"),
                .. from path in Directory.EnumerateFiles(publication).Order(StringComparer.Ordinal)
                   let name = Path.GetFileName(path)
                   select new BundleFile($"{BundleLauncher.ProgramFolder}/{name}", () => File.OpenRead(path), name == target.Program),
                .. licences,
            ];
        }
    }

    public void Write(Stream stream)
    {
        if (target.IsWindows)
            WriteZip(stream);
        else
            WriteTar(stream);
    }

    private void WriteTar(Stream stream)
    {
        using var compressed = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new TarWriter(compressed, TarEntryFormat.Ustar, leaveOpen: true);
        var folders = new HashSet<string>();
        foreach (BundleFile file in Files)
        {
            string path = $"{root}/{file.Path}";
            // A folder comes before what lies in it.
            for (int end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
                if (folders.Add(path[..end]))
                    writer.WriteEntry(new UstarTarEntry(TarEntryType.Directory, path[..(end + 1)]) { Mode = Executable, ModificationTime = Time });
            using Stream content = file.Open();
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
            {
                Mode = file.IsExecutable ? Executable : Plain,
                ModificationTime = Time,
                DataStream = content,
            });
        }
    }

    private void WriteZip(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (BundleFile file in Files)
        {
            ZipArchiveEntry entry = archive.CreateEntry($"{root}/{file.Path}", CompressionLevel.SmallestSize);
            entry.LastWriteTime = Time;
            using Stream content = file.Open(), written = entry.Open();
            content.CopyTo(written);
        }
    }
}
