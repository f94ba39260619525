namespace GuidelineBench.Cli.Folders;

/// <summary>The folder of a bundle in the making, below the source tree's obj; one at a time, gone when disposed.</summary>
internal sealed class BundleScratch : IDisposable
{
    private const string Name = "bundle";

    private readonly LockFile held;

    private BundleScratch(string path, LockFile held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Full path. A new one for every process: builds that a killed one started may still be writing to the old one.</summary>
    public string Path { get; }

    /// <summary>Takes a folder, and removes those that killed processes left.</summary>
    /// <param name="root">Of the source tree.</param>
    /// <exception cref="CommandException">Another process makes a bundle, or the source tree cannot be written.</exception>
    public static BundleScratch Take(string root)
    {
        string folder = System.IO.Path.Combine(root, "obj");
        LockFile held;
        try
        {
            Directory.CreateDirectory(folder);
            held = LockFile.Take(System.IO.Path.Combine(folder, Name + ".lock"))
                ?? throw CommandException.Unusable($"another bundle is being made in {root}", "bundle", "one at a time");
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(folder, "bundle", error);
        }

        foreach (string leftover in Directory.EnumerateDirectories(folder, Name + "-*"))
            Remove(leftover);
        return new BundleScratch(System.IO.Path.Combine(folder, FormattableString.Invariant($"{Name}-{Environment.ProcessId}")), held);
    }

    public void Dispose()
    {
        Remove(Path);
        held.Dispose();
    }

    /// <summary>What is still being written, or is not ours, stays for the next one.</summary>
    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
        }
    }
}

/// <summary>Folders in the system's temporary folder; whoever makes one deletes it.</summary>
internal static class ScratchSpace
{
    private const string Prefix = "guidelinebench-";

    /// <param name="purpose">Part of its name.</param>
    /// <exception cref="CommandException">The temporary folder is not there or cannot be written.</exception>
    public static DirectoryInfo Create(string purpose)
    {
        try
        {
            return Directory.CreateTempSubdirectory($"{Prefix}{purpose}-");
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw CommandException.Unusable($"the temporary folder {Path.GetTempPath()} cannot be written", "TMPDIR", "a folder that can be");
        }
    }
}
