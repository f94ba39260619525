using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using GuidelineBench.Cli.Folders;

namespace GuidelineBench.Cli.Bundles;

/// <summary>A bundle's one folder as .tar.gz or .zip: the launcher at its root, the program below.</summary>
internal sealed class BundleArchive(BundleTarget target, string version, string publication)
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode Executable = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The oldest time that a .zip can hold: equal contents make equal archives.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Files by their path in the archive.</summary>
    private IEnumerable<(string Path, bool IsExecutable, Func<Stream> Open)> Entries
    {
        get
        {
            string root = target.FolderName(version);
            BundleLauncher launcher = BundleLauncher.For(target);
            yield return ($"{root}/{launcher.Name}", true, () => new MemoryStream(Encoding.UTF8.GetBytes(launcher.Text)));
            yield return ($"{root}/{BundleLauncher.ProgramFolder}/{BundleFolder.MarkName}", false, () => new MemoryStream(Encoding.UTF8.GetBytes($"{version} {target.Rid}\n")));
            foreach (string path in Directory.EnumerateFiles(publication).Order(StringComparer.Ordinal))
            {
                string name = System.IO.Path.GetFileName(path);
                yield return ($"{root}/{BundleLauncher.ProgramFolder}/{name}", name == target.Program, () => File.OpenRead(path));
            }
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
        string root = target.FolderName(version);
        foreach (string folder in (string[])[root, $"{root}/{BundleLauncher.ProgramFolder}"])
            writer.WriteEntry(new UstarTarEntry(TarEntryType.Directory, folder + "/") { Mode = Executable, ModificationTime = Time });
        foreach ((string path, bool isExecutable, Func<Stream> open) in Entries)
        {
            using Stream content = open();
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
            {
                Mode = isExecutable ? Executable : Plain,
                ModificationTime = Time,
                DataStream = content,
            });
        }
    }

    private void WriteZip(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string path, _, Func<Stream> open) in Entries)
        {
            ZipArchiveEntry entry = archive.CreateEntry(path, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Time;
            using Stream content = open(), written = entry.Open();
            content.CopyTo(written);
        }
    }
}
